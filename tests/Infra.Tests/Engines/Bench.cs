using Infra.Automation.Engines;
using Infra.Automation.Engines.Embedded;
using Infra.Automation.Engines.Embedded.S3;
using Infra.Automation.Rendering;

namespace Infra.Tests.Engines;

/// <summary>An embedded engine with a store and a state in memory.</summary>
internal sealed class Bench
{
    public Bench(string environment = "test")
    {
        (Environment, S3, State) = (environment, new(Points), new(Points));
    }

    public string Environment { get; }

    public CrashPoints Points { get; } = new();

    public MemoryS3 S3 { get; }

    public MemoryStateStore State { get; }

    /// <summary>Everything the engine reported.</summary>
    public List<EngineEvent> Events { get; } = [];

    /// <summary>A new engine, as a new process would have.</summary>
    public EmbeddedEngine Engine =>
        new(Environment, "evidence", State, S3Handlers.Table(() => S3), TimeProvider.System, rehearsal: false);

    public Task<DeploymentResult> UpAsync(LayerGraph graph) =>
        Engine.UpAsync(graph, new Collected(Events), CancellationToken.None);

    public Task<DeploymentResult> DestroyAsync(bool unprotect = false) =>
        Engine.DestroyAsync(unprotect, new Collected(Events), CancellationToken.None);

    private sealed class Collected(List<EngineEvent> events) : IProgress<EngineEvent>
    {
        public void Report(EngineEvent value) => events.Add(value);
    }
}
