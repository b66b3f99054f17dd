using System.Collections.Immutable;
using Infra.Stacks.Environments;
using Pulumi.Testing;

namespace Infra.Stacks.Layers;

/// <summary>One layer: a name and the stack behind it.</summary>
/// <param name="name">The layer's name, the second half of a stack's name.</param>
public abstract class Layer(string name)
{
    /// <summary>The layer's name, the second half of a stack's name.</summary>
    public string Name { get; } = name;

    /// <summary>The layers whose outputs it reads. All of them are applied before it.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Whether an environment has the layer: by default every one.</summary>
    public Func<EnvironmentSettings, bool> IsIn { get; init; } = _ => true;

    /// <summary>The name of the layer's stack in an environment: <c>ENVIRONMENT.LAYER</c>.</summary>
    public string StackOf(string environment) => $"{environment}.{Name}";

    /// <summary>Runs the stack under the Pulumi engine that started this process.</summary>
    public abstract Task<int> RunAsync(EnvironmentSettings environment);

    /// <summary>Runs the stack in this process, with mocks in the engine's place. One at a time per process.</summary>
    public abstract Task<ImmutableArray<Resource>> RenderAsync(
        EnvironmentSettings environment, StackOptions options, IMocks mocks, TestOptions testOptions);
}
