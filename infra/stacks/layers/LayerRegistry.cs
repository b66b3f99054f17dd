using Infra.Stacks.Evidence;

namespace Infra.Stacks.Layers;

/// <summary>Every layer there is, in the order in which they are applied.</summary>
public static class LayerRegistry
{
    /// <summary>Name of the layer that holds the vault.</summary>
    public const string Evidence = "evidence";

    /// <summary>The layers.</summary>
    public static IReadOnlyList<Layer> All { get; } =
    [
        new LayerOf<EvidenceStack>(Evidence, context => new(context)),
    ];

    /// <summary>The layer of a name.</summary>
    /// <exception cref="UnknownLayerException">There is none.</exception>
    public static Layer Find(string name) =>
        All.FirstOrDefault(layer => layer.Name == name) ?? throw new UnknownLayerException(name, All);

    /// <summary>The layers of a name, or all of them where there is no name.</summary>
    /// <exception cref="UnknownLayerException">There is none of that name.</exception>
    public static IReadOnlyList<Layer> Select(string? name) => name is null ? All : [Find(name)];

    /// <summary>Splits the name of a stack, <c>ENVIRONMENT.LAYER</c>.</summary>
    /// <exception cref="UnknownLayerException">The name has no such form, or there is no such layer.</exception>
    public static (string Environment, Layer Layer) Parse(string stack) =>
        stack.Split('.') is [{ Length: > 0 } environment, var layer]
            ? (environment, Find(layer))
            : throw new UnknownLayerException(
                $"The stack is called '{stack}'; expected ENVIRONMENT.LAYER, such as 'prod.{All[0].Name}'.");
}
