using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Environments;

/// <summary>
/// Takes the settings in which two environment files differ, one at a time, from the one into the other: what changes
/// then is what that setting does.
/// </summary>
/// <param name="left">The file that takes over.</param>
/// <param name="right">The file that is taken from.</param>
internal sealed class EnvironmentVariants(EnvironmentText left, EnvironmentText right)
{
    /// <summary>What makes two environments two; not a difference in what they are.</summary>
    private static readonly string[] _identity =
        ["environment", "account", "partition", "region", "replicaRegion", "prefix"];

    /// <summary>One variant for each setting, in the order of the files.</summary>
    public IEnumerable<EnvironmentVariant> All()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Differences([], left.Root(), right.Root()).ToList())
        {
            if (Widest(path) is { } variant && done.Add(variant.Setting))
            {
                yield return variant;
            }
        }
    }

    private static IEnumerable<string[]> Differences(string[] path, YamlNode? a, YamlNode? b)
    {
        if (a is YamlMappingNode x && b is YamlMappingNode y)
        {
            var keys = x.Children.Keys.Concat(y.Children.Keys).OfType<YamlScalarNode>().Select(key => key.Value ?? "");
            return keys.Distinct()
                .Where(key => path.Length > 0 || !_identity.Contains(key))
                .SelectMany(key => Differences([.. path, key], Child(x, key), Child(y, key)));
        }

        return Equals(a, b) ? [] : [path];
    }

    /// <summary>
    /// The variant of a setting; of the section around it where the file would contradict itself with it alone; of it
    /// and one or two other sections, such as <c>protect</c> and the sizes that it asks for; null where nothing fits.
    /// </summary>
    private EnvironmentVariant? Widest(string[] path)
    {
        for (var length = path.Length; length > 0; length--)
        {
            if (With(path[..length]) is { } variant)
            {
                return variant;
            }
        }

        var others = right.Root().Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")
            .Where(key => key != path[0] && !_identity.Contains(key))
            .ToList();
        return others.Select(other => With(path[..1], other))
            .Concat(others.SelectMany(
                (one, index) => others.Skip(index + 1).Select(other => With(path[..1], one, other))))
            .FirstOrDefault(variant => variant is not null);
    }

    /// <summary>The variant of a setting, with other ones; null where the file would contradict itself.</summary>
    private EnvironmentVariant? With(string[] setting, params string[] others)
    {
        try
        {
            return new(string.Join('.', setting), left.With(root =>
            {
                Take(root, right.Root(), setting);
                foreach (var other in others)
                {
                    Take(root, right.Root(), [other]);
                }
            }));
        }
        catch (EnvironmentFileException)
        {
            return null;
        }
    }

    private static void Take(YamlMappingNode into, YamlMappingNode from, string[] path)
    {
        var name = new YamlScalarNode(path[0]);
        var given = Child(from, path[0]);
        if (path.Length > 1 && Child(into, path[0]) is YamlMappingNode deeper && given is YamlMappingNode source)
        {
            Take(deeper, source, path[1..]);
        }
        else if (given is null)
        {
            into.Children.Remove(name);
        }
        else
        {
            into.Children[name] = given;
        }
    }

    private static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
