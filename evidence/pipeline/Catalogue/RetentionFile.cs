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
internal static class RetentionFile
{
    /// <summary>Reads the classes.</summary>
    /// <exception cref="EvidenceException">The file is not as it must be; the message names every place.</exception>
    public static IReadOnlyList<RetentionClass> Read(TextReader yaml, string file, IReadOnlySet<string> controls)
    {
        var problems = new List<string>();
        var classes = new List<RetentionClass>();
        try
        {
            var stream = new YamlStream();
            stream.Load(yaml);
            if (stream.Documents is not [{ RootNode: YamlSequenceNode root }])
            {
                problems.Add($"{file}: it must be one list of retention classes, each beginning with \"- name:\".");
                root = [];
            }

            foreach (var node in root)
            {
                var fields = new YamlFields(file, node as YamlMappingNode ?? [], problems);
                if (Read(fields, controls, problems) is { } read)
                {
                    if (classes.Exists(c => c.Name == read.Name))
                    {
                        fields.Wrong($"the class {Quoted.Of(read.Name)} is there twice. Take one of them out.");
                    }

                    classes.Add(read);
                }
            }
        }
        catch (YamlException e)
        {
            problems.Add($"{file}, line {e.Start.Line}: {e.Message}");
        }

        return problems.Count == 0
            ? classes
            : throw new EvidenceException(EvidenceFault.BadInput, string.Join('\n', problems));
    }

    private static RetentionClass? Read(YamlFields fields, IReadOnlySet<string> controls, List<string> problems)
    {
        var before = problems.Count;
        fields.RefuseOthersThan("a retention class", "name", "mode", "days", "meaning", "serves");
        var name = fields.Text(
            "name",
            $"lowercase words joined by hyphens, and not \"{RetentionClass.EnvironmentDefault}\", which is the rule in "
            + "an environment's own file",
            n => n != RetentionClass.EnvironmentDefault && n.All(c => char.IsAsciiLetterLower(c) || c is '-'));
        var mode = Mode(fields.Text("mode", "GOVERNANCE or COMPLIANCE", m => Mode(m) is not null));
        var days = Days(fields.Text(
            "days", $"a whole number from 1 to {RetentionClass.MostDays}", d => Days(d) is not null));
        var meaning = fields.Text("meaning", "a sentence that says what it is for", m => m.Length > 0);
        var serves = fields.List("serves", "controls; [] if it serves none", control =>
        {
            var guess = Nearest.Of(control, [.. controls]) is { } near ? $" Did you mean \"{near}\"?" : "";
            return controls.Contains(control) ? null : $"{Quoted.Of(control)} is no control of controls.yaml.{guess}";
        });
        return before == problems.Count && mode is { } hard && days is { } count
            ? new RetentionClass { Name = name, Mode = hard, Days = count, Meaning = meaning, Serves = serves }
            : null;
    }

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
}
