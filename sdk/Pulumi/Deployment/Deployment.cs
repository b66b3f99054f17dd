using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs a program; in this bundled SDK only against mocks, never with the real engine.</summary>
public sealed partial class Deployment
{
    /// <summary>Follows the flow of control, so that programs on several threads do not see each other.</summary>
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private readonly Registrar _registrar;

    private Deployment(IMocks mocks, TestOptions? options)
    {
        IsDryRun = options?.IsPreview ?? true;
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        OrganizationName = options?.OrganizationName ?? "organization";
        RootDirectory = options?.RootDirectory ?? Environment.CurrentDirectory;
        Monitor = new MockMonitor(mocks, ProjectName, StackName);
        Invoker = new Invoker(Monitor);
        _registrar = new Registrar(this);
    }

    /// <summary>The program that is running.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static DeploymentInstance Instance
        => Running.Value ?? throw new InvalidOperationException(
            "Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static Deployment Current => Instance.Deployment;

    internal bool IsDryRun { get; }

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal string RootDirectory { get; }

    internal MockMonitor Monitor { get; }

    internal Invoker Invoker { get; }

    internal TaskTracker Tasks { get; } = new();

    internal EngineLog Logger { get; } = new();

    internal ConfigValues Config { get; } = ConfigValues.FromEnvironment();

    /// <exception cref="InvalidOperationException">A resource is made before the stack.</exception>
    internal Stack Stack
    {
        get => field ?? throw new InvalidOperationException(
            "Trying to acquire Deployment.Stack before 'Run' was called.");
        set;
    }

#pragma warning disable CA1822 // These are instance members of the genuine SDK.
    public Task<bool> MonitorSupportsInvokeTransforms() => Task.FromResult(false);

    public Task<bool> MonitorSupportsResourceHooks() => Task.FromResult(false);

    /// <exception cref="NotSupportedException">Always: only the real engine runs invoke transforms.</exception>
    public void RegisterInvokeTransform(InvokeTransform transform)
        => throw new NotSupportedException(
            "An invoke transform cannot be registered with the in-process engine of tests: only the real engine runs "
            + "it. Register it where the program is run by `pulumi`, not in the code under test.");

    public Task AwaitPendingRegistrations() => Task.CompletedTask;
#pragma warning restore CA1822

    internal static Deployment? TryGetCurrent() => Running.Value?.Deployment;

    /// <summary>The in-process engine has nothing to register a hook with: it runs none.</summary>
    internal static Task RegisterHook()
    {
        _ = Current;
        return Task.CompletedTask;
    }

    internal void Register(Resource resource, OutputSources outputs, ResourceArgs args, ResourceOptions options)
        => Tasks.Watch(_registrar.RegisterAsync(resource, outputs, args, options));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => Tasks.Watch(_registrar.RegisterOutputsAsync(resource, outputs));
}
