using System.Globalization;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Evidence.Pipeline.Catalogue;

/// <summary>
/// Reads the retention classes. Everything that is wrong is named at once, with its line, what stands there and what
/// may.
/// </summary>
internal sealed class RetentionFile
{
    private static readonly string[] _fields = ["name", "mode", "days", "meaning", "serves"];

    private readonly string _file;
    private readonly IReadOnlySet<string> _controls;
    private readonly List<string> _problems = [];

    private RetentionFile(string file, IReadOnlySet<string> controls) => (_file, _controls) = (file, controls);

    /// <summary>Reads the classes.</summary>
    /// <exception cref="EvidenceException">The file is not as it must be; the message names every place.</exception>
    public static IReadOnlyList<RetentionClass> Read(TextReader yaml, string file, IReadOnlySet<string> controls)
    {
        var reader = new RetentionFile(file, controls);
        var classes = reader.Read(yaml);
        return reader._problems.Count == 0
            ? classes
            : throw new EvidenceException(EvidenceFault.BadInput, string.Join('\n', reader._problems));
    }

    private List<RetentionClass> Read(TextReader yaml)
    {
        var classes = new List<RetentionClass>();
        try
        {
            var stream = new YamlStream();
            stream.Load(yaml);
            if (stream.Documents is not [{ RootNode: YamlSequenceNode root }])
            {
                _problems.Add($"{_file}: it must be one list of retention classes, each beginning with \"- name:\".");
                return classes;
            }

            foreach (var node in root)
            {
                if (ReadClass(node) is not { } read)
                {
                    continue;
                }

                if (classes.Exists(c => string.Equals(c.Name, read.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    Wrong(node, $"the class {Quoted.Of(read.Name)} is there twice. Take one of them out.");
                }

                classes.Add(read);
            }
        }
        catch (YamlException e)
        {
            _problems.Add($"{_file}, line {e.Start.Line}: {e.Message}");
        }

        return classes;
    }

    private RetentionClass? ReadClass(YamlNode node)
    {
        if (node is not YamlMappingNode fields)
        {
            Wrong(node, "a retention class must have a name, a mode, days, a meaning and the controls it serves.");
            return null;
        }

        var before = _problems.Count;
        foreach (var key in fields.Children.Keys.Where(k => !_fields.Contains(k.ToString())))
        {
            Wrong(key, $"{Quoted.Of(key.ToString())} is no field of a retention class. There are: {Names(_fields)}.");
        }

        var name = Text(fields, "name", n => n != RetentionClass.EnvironmentDefault && n.All(IsOfName),
            $"lowercase words joined by hyphens, and not \"{RetentionClass.EnvironmentDefault}\", which is the rule in "
            + "an environment's own file");
        var mode = Text(fields, "mode", m => Mode(m) is not null, "GOVERNANCE or COMPLIANCE");
        var days = Text(
            fields, "days", d => Days(d) is not null, $"a whole number from 1 to {RetentionClass.MostDays}");
        var meaning = Text(fields, "meaning", m => m.Length > 0, "a sentence that says what it is for");
        var serves = Controls(fields);
        return before == _problems.Count && Mode(mode) is { } hard && Days(days) is { } count
            ? new RetentionClass { Name = name, Mode = hard, Days = count, Meaning = meaning, Serves = serves }
            : null;
    }

    private string Text(YamlMappingNode fields, string field, Func<string, bool> isRight, string expected)
    {
        var found = fields.Children.TryGetValue(new YamlScalarNode(field), out var node);
        if (node is YamlScalarNode { Value: { Length: > 0 } value } && isRight(value))
        {
            return value;
        }

        var what = found ? $"is {Quoted.Of((node as YamlScalarNode)?.Value ?? "a list")}" : "is missing";
        Wrong(node ?? fields, $"\"{field}\" {what}. It must be {expected}.");
        return "";
    }

    private List<string> Controls(YamlMappingNode fields)
    {
        if (!fields.Children.TryGetValue(new YamlScalarNode("serves"), out var node)
            || node is not YamlSequenceNode list)
        {
            Wrong(node ?? fields, "\"serves\" must be a list of controls; [] if it serves none.");
            return [];
        }

        foreach (var control in list.Where(c => !_controls.Contains(c.ToString())))
        {
            var guess = Nearest.Of(control.ToString(), [.. _controls]) is { } near ? $" Did you mean \"{near}\"?" : "";
            Wrong(control, $"{Quoted.Of(control.ToString())} is no control of controls.yaml.{guess}");
        }

        return [.. list.Select(c => c.ToString())];
    }

    private void Wrong(YamlNode at, string what) =>
        _problems.Add($"{_file}, line {at.Start.Line}, column {at.Start.Column}: {what}");

    private static bool IsOfName(char c) => char.IsAsciiLetterLower(c) || c is '-';

    private static LockMode? Mode(string text) => text switch
    {
        "GOVERNANCE" => LockMode.Governance,
        "COMPLIANCE" => LockMode.Compliance,
        _ => null,
    };

    private static int? Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && days is >= 1 and <= RetentionClass.MostDays
            ? days
            : null;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
