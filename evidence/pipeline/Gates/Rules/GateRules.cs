using Evidence.Ledger;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Gates.Rules;

/// <summary>The rules that gates are decided by: what two files say, and their digests.</summary>
public sealed record GateRules
{
    /// <summary>Name of the file of gates.</summary>
    public const string GatesFile = "gates.yaml";

    /// <summary>Name of the file of workstreams.</summary>
    public const string WorkstreamsFile = "workstreams.yaml";

    /// <summary>The rules that this version of strata was built with.</summary>
    public static GateRules Current { get; } = Read(Resource(GatesFile), Resource(WorkstreamsFile));

    /// <summary>Bytes of <c>gates.yaml</c>.</summary>
    public required ReadOnlyMemory<byte> GatesBytes { get; init; }

    /// <summary>Bytes of <c>workstreams.yaml</c>.</summary>
    public required ReadOnlyMemory<byte> WorkstreamsBytes { get; init; }

    /// <summary>All gates, in the file's order.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>All workstreams, in the file's order.</summary>
    public required IReadOnlyList<Workstream> Workstreams { get; init; }

    /// <summary>Classes of waivers.</summary>
    public required IReadOnlyList<WaiverClass> WaiverClasses { get; init; }

    /// <summary>What must happen again and again: gates first.</summary>
    public required IReadOnlyList<ExpectedRun> Expected { get; init; }

    /// <summary>SHA-256 of <see cref="GatesBytes"/>.</summary>
    public Sha256Hash GatesDigest => Sha256Hash.Of(GatesBytes.Span);

    /// <summary>SHA-256 of <see cref="WorkstreamsBytes"/>.</summary>
    public Sha256Hash WorkstreamsDigest => Sha256Hash.Of(WorkstreamsBytes.Span);

    /// <summary>Kinds of the records that decisions look at.</summary>
    internal IReadOnlySet<string> Kinds => field ??= Gates.SelectMany(g => g.Requirements)
        .OfType<EvidenceRequirement>()
        .Concat(Workstreams.SelectMany(w => w.Evidence))
        .Select(r => r.Kind)
        .Concat(Expected.Select(e => e.Kind))
        .Concat(GateKinds.All)
        .ToHashSet();

    /// <summary>Reads the rules from the bytes of their files.</summary>
    /// <exception cref="EvidenceException">
    /// A file is not as it must be; the message names every place, what stands there and what may.
    /// </exception>
    public static GateRules Read(ReadOnlyMemory<byte> gates, ReadOnlyMemory<byte> workstreams) =>
        new RulesFile(EvidenceCatalogue.Current).Read(gates, workstreams);

    /// <summary>The gate of that name.</summary>
    /// <exception cref="EvidenceException">There is none; the message lists those there are.</exception>
    public Gate GateOf(string name) => Find(Gates, g => g.Name, "gate", name);

    /// <summary>The workstream of that name.</summary>
    /// <exception cref="EvidenceException">There is none; the message lists those there are.</exception>
    public Workstream WorkstreamOf(string name) => Find(Workstreams, w => w.Name, "workstream", name);

    internal static T Find<T>(IReadOnlyList<T> all, Func<T, string> nameOf, string what, string name)
        where T : class
    {
        if (all.FirstOrDefault(one => nameOf(one) == name) is { } found)
        {
            return found;
        }

        List<string> known = [.. all.Select(nameOf)];
        var guess = Nearest.Of(name, known) is { } near ? $" Did you mean \"{near}\"?" : "";
        throw new EvidenceException(
            EvidenceFault.BadInput,
            $"There is no {what} {Quoted.Of(name)}.{guess} There are: {string.Join(", ", known)}.");
    }

    private static byte[] Resource(string file)
    {
        using var stream = typeof(GateRules).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidDataException($"{file} is not in this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
