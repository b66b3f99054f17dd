using Infra.Components.Tagging;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Layers;

/// <summary>What a layer's stack is built from.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer's name.</param>
/// <param name="Options">
/// Options of the stack; rendering watches the resources through them. Null under the engine.
/// </param>
public sealed record LayerContext(EnvironmentSettings Environment, string Layer, StackOptions? Options = null)
{
    /// <summary>The tags of everything in the layer that belongs to no service of its own.</summary>
    public StandardTags Tags => new(
        Environment.Name,
        Layer,
        Service: Layer,
        Environment.Tags.Owner,
        Environment.Tags.CostCentre,
        Environment.Tags.DataClass);

    /// <summary>The outputs of another layer of the same environment, one that this layer requires.</summary>
    public StackReference Reference(string layer) =>
        new($"organization/{LayerRegistry.Project}/{LayerRegistry.Find(layer).StackOf(Environment.Name)}");
}
