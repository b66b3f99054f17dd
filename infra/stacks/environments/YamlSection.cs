using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Environments;

/// <summary>
/// A mapping of an environment file. Every key is asked for by name and kind; what is missing, wrong or was never asked
/// for becomes a problem with its place, and reading goes on, so that one run reports everything.
/// </summary>
internal sealed partial class YamlSection
{
    private readonly string _file;
    private readonly string _path;
    private readonly Mark _start;
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly List<EnvironmentProblem> _problems;

    public YamlSection(string file, string path, YamlNode node, List<EnvironmentProblem> problems)
    {
        (_file, _path, _start, _problems) = (file, path, node.Start, problems);
        if (node is not YamlMappingNode mapping)
        {
            Problem(node, $"{Called(path)} must be a mapping of keys to values, found {Describe(node)}.");
            return;
        }

        foreach (var (key, value) in mapping)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                _entries[name] = (key, value);
            }
            else
            {
                Problem(key, $"A key of {Called(path)} must be a plain word, found {Describe(key)}.");
            }
        }
    }

    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>A text that matches a pattern; <paramref name="allowed"/> says in words what does.</summary>
    public string Text(string key, Regex pattern, string allowed, bool quoted = false)
    {
        if (Scalar(key, allowed) is not { } scalar)
        {
            return "";
        }

        var text = scalar.Value ?? "";
        if (quoted && scalar.Style is not (ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted))
        {
            Problem(scalar, $"'{Path(key)}' must be quoted, or YAML reads it as a number: write \"{text}\".");
        }
        else if (!pattern.IsMatch(text))
        {
            Problem(scalar, $"'{Path(key)}' is '{text}'; allowed is {allowed}.");
        }

        return text;
    }

    /// <summary>A sentence that says why.</summary>
    public string Reason(string key) => Text(key, NotBlank(), "a sentence that gives the reason");

    public bool Flag(string key)
    {
        const string Allowed = "true or false";
        if (Scalar(key, Allowed) is not { } scalar)
        {
            return false;
        }

        if (scalar.Style is not ScalarStyle.Plain || scalar.Value is not ("true" or "false"))
        {
            Problem(scalar, $"'{Path(key)}' is '{scalar.Value}'; allowed is {Allowed}, without quotes.");
        }

        return scalar.Value is "true";
    }

    public Period Period(string key, int minimumDays, int maximumDays)
    {
        var allowed = $"a whole number and its unit, from {minimumDays} to {maximumDays} days, such as '90 days' or "
            + "'7 years'";
        if (Scalar(key, allowed) is not { } scalar)
        {
            return default;
        }

        var text = scalar.Value ?? "";
        if (!Environments.Period.TryParse(text, out var period))
        {
            Problem(scalar, $"'{Path(key)}' is '{text}'; allowed is {allowed}.");
        }
        else if (period.Days < minimumDays || period.Days > maximumDays)
        {
            Problem(scalar, $"'{Path(key)}' is '{text}' ({period.Days} days); allowed is {allowed}.");
        }

        return period;
    }

    /// <summary>One of a few words; null where it is none of them, which is then a problem already.</summary>
    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var allowed = "one of " + string.Join(", ", words.Keys);
        if (Scalar(key, allowed) is not { } scalar)
        {
            return null;
        }

        var text = scalar.Value ?? "";
        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Problem(scalar, $"'{Path(key)}' is '{text}'; allowed is {allowed}.{Suggestion(text, words.Keys)}");
        return null;
    }

    public YamlSection Section(string key)
    {
        if (Node(key, "a mapping of keys to values") is { } node)
        {
            return new(_file, Path(key), node, _problems);
        }

        // The missing section is one problem; its keys are not reported one by one on top of it.
        return new(_file, Path(key), new YamlMappingNode(), []);
    }

    /// <summary>A section that may be absent; null where it is.</summary>
    public YamlSection? OptionalSection(string key)
    {
        _asked.Add(key);
        return _entries.ContainsKey(key) ? Section(key) : null;
    }

    /// <summary>Reports every key that nothing asked for.</summary>
    public void Done() => Done([.. _asked.Distinct()]);

    /// <summary>
    /// Reports every key that is not among the allowed ones, for a section whose keys may all be absent.
    /// </summary>
    public void Done(IReadOnlyCollection<string> allowed)
    {
        foreach (var (key, (node, _)) in _entries.Where(entry => !allowed.Contains(entry.Key)))
        {
            var suggestion = Suggestion(key, allowed.Where(other => !_entries.ContainsKey(other)));
            Problem(
                node, $"'{key}' is not a key of {Called(_path)}; allowed is {string.Join(", ", allowed)}.{suggestion}");
        }
    }

    /// <summary>Reports a value that is wrong beside another one.</summary>
    public void Wrong(string key, string sentence)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            Problem(entry.Value, sentence);
        }
    }

    [GeneratedRegex(@"\S")]
    private static partial Regex NotBlank();

    private static string Called(string path) => path.Length == 0 ? "an environment file" : $"'{path}'";

    private static string Suggestion(string found, IEnumerable<string> candidates) =>
        Nearest.To(found, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        YamlMappingNode => "a mapping",
        _ => "something that is neither text, list nor mapping",
    };

    private string Path(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private YamlScalarNode? Scalar(string key, string allowed)
    {
        switch (Node(key, allowed))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } } scalar:
                return scalar;
            case var other:
                Problem(other, $"'{Path(key)}' is {Describe(other)}; allowed is {allowed}.");
                return null;
        }
    }

    private YamlNode? Node(string key, string allowed)
    {
        _asked.Add(key);
        if (_entries.TryGetValue(key, out var entry))
        {
            return entry.Value;
        }

        Problem(_start, $"'{Path(key)}' is missing; it takes {allowed}.");
        return null;
    }

    private void Problem(YamlNode node, string sentence) => Problem(node.Start, sentence);

    private void Problem(Mark mark, string sentence) => _problems.Add(new(_file, mark.Line, mark.Column, sentence));
}
