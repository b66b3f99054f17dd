using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Evidence.Pipeline.Gates.Rules;

/// <summary>
/// Reads gates and workstreams. Everything that is wrong is named at once, with its place, what stands there and what
/// may.
/// </summary>
internal sealed class RulesFile(EvidenceCatalogue catalogue)
{
    private readonly List<string> _problems = [];

    public GateRules Read(ReadOnlyMemory<byte> gates, ReadOnlyMemory<byte> workstreams)
    {
        var streams = Workstreams(workstreams);
        var (classes, read, expected) = Gates(gates, streams);
        return _problems.Count > 0
            ? throw new EvidenceException(EvidenceFault.BadInput, string.Join('\n', _problems))
            : new GateRules
            {
                GatesBytes = gates,
                WorkstreamsBytes = workstreams,
                Gates = read,
                Workstreams = streams,
                WaiverClasses = classes,
                Expected =
                [
                    .. read.Where(g => g.EveryDays is not null)
                        .Select(g => new ExpectedRun(g.Name, GateKinds.Decision, g.Name, null, g.EveryDays ?? 0)),
                    .. expected,
                ],
            };
    }

    private List<Workstream> Workstreams(ReadOnlyMemory<byte> bytes)
    {
        const string File = GateRules.WorkstreamsFile;
        var streams = new List<Workstream>();
        var reader = new RequirementReader(File, catalogue, [], []);
        foreach (var node in Root(bytes, File)?.Mappings("workstreams", "workstreams") ?? [])
        {
            node.RefuseOthersThan("a workstream", "name", "title", "owner", "target", "evidence");
            var name = RequirementReader.Name(node, "name");
            RefuseTwice(node, streams.Select(s => s.Name), name);
            streams.Add(new Workstream(
                name,
                node.Text("title", "a name for people", _ => true),
                node.Text("owner", "who answers for it", _ => true),
                DateOnly.TryParseExact(node.Text("target", "a date like 2026-01-31", IsDate), "yyyy-MM-dd", out var on)
                    ? on
                    : default,
                reader.Evidence(node)));
        }

        return streams;
    }

    private (List<WaiverClass> Classes, List<Gate> Gates, List<ExpectedRun> Expected) Gates(
        ReadOnlyMemory<byte> bytes, List<Workstream> streams)
    {
        const string File = GateRules.GatesFile;
        var (classes, gates, expected) = (new List<WaiverClass>(), new List<Gate>(), new List<ExpectedRun>());
        if (Root(bytes, File) is not { } root)
        {
            return (classes, gates, expected);
        }

        root.RefuseOthersThan(File, "waivers", "gates", "expected");
        foreach (var node in root.Mappings("waivers", "classes of waivers"))
        {
            node.RefuseOthersThan("a class of waivers", "name", "days", "meaning");
            var name = RequirementReader.Name(node, "name");
            RefuseTwice(node, classes.Select(c => c.Name), name);
            classes.Add(new WaiverClass(
                name, RequirementReader.Days(node, "days"), node.Text("meaning", "what it is for", _ => true)));
        }

        var reader = new RequirementReader(File, catalogue, streams, classes);
        foreach (var node in root.Mappings("gates", "gates"))
        {
            node.RefuseOthersThan("a gate", "name", "meaning", "controls", "everyDays", "all", "any");
            var name = RequirementReader.Name(node, "name");
            RefuseTwice(node, gates.Select(g => g.Name), name);
            var gate = new Gate(
                name,
                node.Text("meaning", "what passing it means", _ => true),
                node.List("controls", "controls", reader.ProblemOfControl),
                RequirementReader.OptionalDays(node, "everyDays"),
                reader.Combined(node, name, waiverClass: null));
            foreach (var twice in gate.Requirements.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            {
                RefuseTwice(node, [twice.Key], twice.Key);
            }

            gates.Add(gate);
        }

        foreach (var node in root.Mappings("expected", "expected runs"))
        {
            node.RefuseOthersThan("an expected run", "id", "kind", "control", "everyDays");
            var id = RequirementReader.Name(node, "id");
            RefuseTwice(node, expected.Select(e => e.Id).Concat(gates.Select(g => g.Name)), id);
            expected.Add(new ExpectedRun(
                id, reader.Kind(node), null, reader.Control(node), RequirementReader.Days(node, "everyDays")));
        }

        return (classes, gates, expected);
    }

    private YamlFields? Root(ReadOnlyMemory<byte> bytes, string file)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(new MemoryStream(bytes.ToArray()));
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlFields(file, root, _problems);
            }

            _problems.Add($"{file}: it must be one mapping, as the file that strata is built with.");
        }
        catch (YamlException e)
        {
            _problems.Add($"{file}, line {e.Start.Line}: {e.Message}");
        }

        return null;
    }

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);

    private static void RefuseTwice(YamlFields node, IEnumerable<string> known, string name)
    {
        if (name.Length > 0 && known.Contains(name))
        {
            node.Wrong($"{Quoted.Of(name)} is there twice. Give one of them another name.");
        }
    }
}
