using System.Globalization;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Gates.Rules;

/// <summary>Reads what a gate or a workstream requires.</summary>
internal sealed class RequirementReader(
    string file,
    EvidenceCatalogue catalogue,
    IReadOnlyList<Workstream> streams,
    IReadOnlyList<WaiverClass> classes)
{
    private const int MostDays = 3660; // Ten years: longer than any rule is in force.
    private const int MostRecords = 1000;

    private static readonly string[] _evidence =
        ["id", "kind", "control", "environment", "withinDays", "count", "outcome", "signers", "waiver"];

    public IReadOnlyList<EvidenceRequirement> Evidence(YamlFields workstream)
    {
        List<EvidenceRequirement> all = [.. workstream.Mappings("evidence", "required records").Select(EvidenceOf)];
        if (all.Count == 0)
        {
            workstream.Wrong("it names no evidence, so nothing would show that it is done. Name at least one record.");
        }

        return all;
    }

    public CombinedRequirement Combined(YamlFields node, string id, string? waiverClass)
    {
        var all = node.Has("all");
        if (all == node.Has("any"))
        {
            node.Wrong($"{Quoted.Of(id)} must have either \"all\" or \"any\", a list of requirements.");
            return new CombinedRequirement(id, waiverClass, All: true, []);
        }

        List<Requirement> parts = [.. node.Mappings(all ? "all" : "any", "requirements").Select(Read)];
        if (parts.Count == 0)
        {
            node.Wrong($"{Quoted.Of(id)} requires nothing, so it would always be met. Name a requirement.");
        }

        return new CombinedRequirement(id, waiverClass, all, parts);
    }

    public string Kind(YamlFields node) => node.Text(
        "kind",
        $"a kind of kinds.yaml: {string.Join(", ", catalogue.Kinds.Select(k => k.Name))}",
        kind => catalogue.Kinds.Any(k => k.Name == kind));

    public string? Control(YamlFields node) => node.OptionalText(
        "control", "a control of controls.yaml", control => ProblemOfControl(control) is null);

    public string? ProblemOfControl(string control)
    {
        var guess = Nearest.Of(control, [.. catalogue.Controls.Select(c => c.Id)]) is { } near
            ? $" Did you mean \"{near}\"?"
            : "";
        return catalogue.Controls.Any(c => c.Id == control)
            ? null
            : $"{Quoted.Of(control)} is no control of controls.yaml.{guess}";
    }

    public static string Name(YamlFields node, string field) => node.Text(
        field,
        "lowercase words and digits joined by hyphens",
        n => n.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-'));

    public static int Days(YamlFields node, string field) => Number(node, field, MostDays) ?? 0;

    public static int? OptionalDays(YamlFields node, string field) =>
        node.Has(field) ? Number(node, field, MostDays) : null;

    private Requirement Read(YamlFields node)
    {
        if (node.Has("kind"))
        {
            return EvidenceOf(node);
        }

        var (id, waiver) = (Name(node, "id"), Waiver(node));
        if (!node.Has("workstream"))
        {
            node.RefuseOthersThan(
                $"a requirement in {file} without a kind or a workstream", "id", "all", "any", "waiver");
            return Combined(node, id, waiver);
        }

        node.RefuseOthersThan("a requirement on a workstream", "id", "workstream", "state", "evidence", "waiver");
        var name = node.Text(
            "workstream",
            $"a workstream: {string.Join(", ", streams.Select(s => s.Name))}",
            n => streams.Any(s => s.Name == n));
        var state = node.Text("state", "\"in-progress\" or \"done\"", s => s is "in-progress" or "done");
        var evidence = node.Text("evidence", "\"all\" or \"any\"", e => e is "all" or "any");
        return new WorkstreamRequirement(
            id,
            waiver,
            streams.FirstOrDefault(s => s.Name == name) ?? new Workstream(name, "", "", default, []),
            state is "done" ? WorkstreamState.Done : WorkstreamState.InProgress,
            evidence is "all");
    }

    private EvidenceRequirement EvidenceOf(YamlFields node)
    {
        node.RefuseOthersThan("a requirement on records", _evidence);
        var outcome = node.OptionalText("outcome", "\"passed\" or \"failed\"", o => o is "passed" or "failed");
        var (count, signers) = (
            node.Has("count") ? Number(node, "count", MostRecords) ?? 1 : 1,
            node.Has("signers") ? Number(node, "signers", MostRecords) ?? 1 : 1);
        return new EvidenceRequirement(
            Name(node, "id"),
            Waiver(node),
            Kind(node),
            Control(node),
            node.OptionalText("environment", "the name of an environment", e => e.All(char.IsAsciiLetterLower)),
            Days(node, "withinDays"),
            Math.Max(count, signers),
            outcome is null ? null : outcome is "passed" ? RecordOutcome.Passed : RecordOutcome.Failed,
            signers);
    }

    private string? Waiver(YamlFields node) => node.OptionalText(
        "waiver",
        $"a class of waivers: {string.Join(", ", classes.Select(c => c.Name))}",
        w => classes.Any(c => c.Name == w));

    private static int? Number(YamlFields node, string field, int most)
    {
        var text = node.Text(field, $"a whole number from 1 to {most}", t => Parse(t, most) is not null);
        return Parse(text, most);
    }

    private static int? Parse(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1 && number <= most
            ? number
            : null;
}
