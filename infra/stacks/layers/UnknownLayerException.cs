using Infra.Stacks.Environments;

namespace Infra.Stacks.Layers;

/// <summary>There is no layer of a name.</summary>
public sealed class UnknownLayerException : Exception
{
    /// <summary>A name that is no layer's.</summary>
    public UnknownLayerException(string name, IReadOnlyList<Layer> layers)
        : base(Sentence(name, [.. layers.Select(layer => layer.Name)]))
    {
    }

    /// <summary>A stack's name that names no layer.</summary>
    public UnknownLayerException(string message)
        : base(message)
    {
    }

    private static string Sentence(string name, IReadOnlyList<string> layers)
    {
        var suggestion = Nearest.To(name, layers) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return $"There is no layer '{name}'; there is {string.Join(", ", layers)}.{suggestion}";
    }
}
