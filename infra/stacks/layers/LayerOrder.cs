using Infra.Stacks.Environments;

namespace Infra.Stacks.Layers;

/// <summary>Which layers an environment has, and in which order one needs another.</summary>
public static class LayerOrder
{
    /// <summary>What has to be rendered for a layer: those it requires, in order, and itself.</summary>
    /// <param name="layers">The layers there are, in the order in which they are applied.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="wanted">The layer; null for every layer of the environment.</param>
    /// <exception cref="UnknownLayerException">There is no such layer, or the environment has none.</exception>
    public static IReadOnlyList<Layer> Of(IReadOnlyList<Layer> layers, EnvironmentSettings environment, string? wanted)
    {
        Check(layers);
        if (wanted is null)
        {
            return [.. layers.Where(layer => layer.IsIn(environment))];
        }

        var needed = new HashSet<string>(StringComparer.Ordinal);
        Need(wanted, layers, environment, needed);
        return [.. layers.Where(layer => needed.Contains(layer.Name))];
    }

    /// <summary>Refuses layers that share a name, and one that requires what is not before it.</summary>
    /// <exception cref="UnknownLayerException">The layers contradict each other.</exception>
    public static void Check(IReadOnlyList<Layer> layers)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            foreach (var required in layer.Requires.Where(name => !earlier.Contains(name)))
            {
                throw new UnknownLayerException(Misplaced(layer, required, layers));
            }

            if (!earlier.Add(layer.Name))
            {
                throw new UnknownLayerException(
                    $"Two layers are called '{layer.Name}': their stacks would overwrite each other. Rename one of them.");
            }
        }
    }

    private static string Misplaced(Layer layer, string required, IReadOnlyList<Layer> layers) =>
        layers.FirstOrDefault(other => other.Name == required) switch
        {
            null => $"The layer '{layer.Name}' requires the layer '{required}', which there is not; there is "
                + $"{string.Join(", ", layers.Select(other => other.Name))}.",
            _ when Reaches(required, layer.Name, layers, []) =>
                $"The layer '{layer.Name}' requires '{required}', which requires '{layer.Name}' again: neither could be "
                + "applied first. Take one of the two references out.",
            _ => $"The layer '{layer.Name}' requires '{required}', which is applied after it: list '{required}' first.",
        };

    private static bool Reaches(string from, string to, IReadOnlyList<Layer> layers, HashSet<string> seen) =>
        from == to || (seen.Add(from)
            && layers.Where(layer => layer.Name == from)
                .SelectMany(layer => layer.Requires)
                .Any(next => Reaches(next, to, layers, seen)));

    private static void Need(
        string name, IReadOnlyList<Layer> layers, EnvironmentSettings environment, HashSet<string> needed)
    {
        var layer = layers.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new UnknownLayerException(name, layers);
        if (!layer.IsIn(environment))
        {
            throw new UnknownLayerException(
                $"The environment '{environment.Name}' has no layer '{name}': its file has no section '{name}'. It has "
                + $"{string.Join(", ", layers.Where(other => other.IsIn(environment)).Select(other => other.Name))}.");
        }

        if (needed.Add(name))
        {
            foreach (var required in layer.Requires)
            {
                Need(required, layers, environment, needed);
            }
        }
    }
}
