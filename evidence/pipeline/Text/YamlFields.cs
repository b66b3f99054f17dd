using YamlDotNet.RepresentationModel;

namespace Evidence.Pipeline.Text;

/// <summary>
/// The fields of one mapping of a YAML file. What is wrong is collected, each with its line, what stands there and what
/// may.
/// </summary>
internal sealed class YamlFields(string file, YamlMappingNode node, ICollection<string> problems)
{
    public void RefuseOthersThan(string what, params IReadOnlyList<string> known)
    {
        foreach (var key in node.Children.Keys.Where(k => !known.Contains(k.ToString())))
        {
            Wrong(key, $"{Quoted.Of(key.ToString())} is no field of {what}. There are: {string.Join(", ", known)}.");
        }
    }

    /// <summary>A field that must be there; empty if it is not as it must be.</summary>
    public string Text(string field, string expected, Func<string, bool> isRight)
    {
        var found = Find(field);
        if (found is YamlScalarNode { Value: { Length: > 0 } value } && isRight(value))
        {
            return value;
        }

        var what = found is null ? "is missing" : $"is {Quoted.Of((found as YamlScalarNode)?.Value ?? "a list")}";
        Wrong(found ?? node, $"\"{field}\" {what}. It must be {expected}.");
        return "";
    }

    /// <summary>A field that may be missing; null if it is, or is not as it must be.</summary>
    public string? OptionalText(string field, string expected, Func<string, bool> isRight) =>
        Find(field) is null || Text(field, expected, isRight) is not { Length: > 0 } value ? null : value;

    /// <summary>A list that must be there, each of its values as it must be.</summary>
    public IReadOnlyList<string> List(string field, string expected, Func<string, string?> problemOf)
    {
        if (Find(field) is not YamlSequenceNode list)
        {
            Wrong(Find(field) ?? node, $"\"{field}\" must be a list of {expected}.");
            return [];
        }

        foreach (var one in list)
        {
            if (problemOf(one.ToString()) is { } problem)
            {
                Wrong(one, problem);
            }
        }

        return [.. list.Select(one => one.ToString())];
    }

    /// <summary>The mappings of a list that must be there.</summary>
    public IEnumerable<YamlFields> Mappings(string field, string expected)
    {
        if (Find(field) is not YamlSequenceNode list)
        {
            Wrong(Find(field) ?? node, $"\"{field}\" must be a list of {expected}.");
            yield break;
        }

        foreach (var one in list)
        {
            if (one is YamlMappingNode mapping)
            {
                yield return new YamlFields(file, mapping, problems);
            }
            else
            {
                Wrong(one, $"it must be one of the {expected}, with its fields.");
            }
        }
    }

    /// <summary>Whether a field is there.</summary>
    public bool Has(string field) => Find(field) is not null;

    /// <summary>Notes what is wrong with the mapping as a whole.</summary>
    public void Wrong(string what) => Wrong(node, what);

    private YamlNode? Find(string field) =>
        node.Children.TryGetValue(new YamlScalarNode(field), out var found) ? found : null;

    private void Wrong(YamlNode at, string what) =>
        problems.Add($"{file}, line {at.Start.Line}, column {at.Start.Column}: {what}");
}
