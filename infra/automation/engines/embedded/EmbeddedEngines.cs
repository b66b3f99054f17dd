using Amazon.S3;
using Infra.Automation.Engines.Embedded.S3;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>Opens embedded engines.</summary>
public static class EmbeddedEngines
{
    /// <summary>The engine of one machine.</summary>
    /// <param name="stateFolder">The folder of the state files; created when a run first needs it.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="s3">Gives the client of the store; asked by every operation but preview and outputs.</param>
    /// <param name="time">The clock.</param>
    public static IEngine Open(
        string stateFolder, string environment, string layer, Func<IAmazonS3> s3, TimeProvider time) =>
        new EmbeddedEngine(
            environment,
            layer,
            new StateFile(stateFolder, environment, layer, rehearsal: false),
            S3Handlers.Table(s3),
            time,
            rehearsal: false);

    /// <summary>
    /// An engine that makes everything up, with a state of its own. It has no client of anything, so it can touch
    /// nothing.
    /// </summary>
    /// <param name="stateFolder">The folder of the state files; created when a run first needs it.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="time">The clock.</param>
    public static IEngine Rehearse(string stateFolder, string environment, string layer, TimeProvider time) =>
        new EmbeddedEngine(
            environment,
            layer,
            new StateFile(stateFolder, environment, layer, rehearsal: true),
            new HandlerTable(new Dictionary<string, IResourceHandler>(), new SyntheticHandler("rehearsal")),
            time,
            rehearsal: true);
}
