using System.Text.Json;
using System.Text.Json.Serialization;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Signing;

namespace Evidence.Pipeline.Gates;

/// <summary>
/// What a gate decided. It follows from the rules' bytes, the ledger's entries, the keys that are believed, the
/// environment and the time alone: whoever has them gets the same bytes.
/// </summary>
/// <param name="At">The time that was decided for; UTC.</param>
/// <param name="Environment">The environment that was decided for.</param>
/// <param name="Gate">The gate.</param>
/// <param name="Inputs">The records it rests on, by index.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="Passed">Whether it is passed.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="Trace">What became of each requirement.</param>
/// <param name="Waivers">The waivers that it rests on.</param>
public sealed record GateDecision(
    DateTimeOffset At,
    string Environment,
    string Gate,
    IReadOnlyList<DecisionInput> Inputs,
    DecidedLedger Ledger,
    bool Passed,
    DecidedRules Rules,
    string Schema,
    IReadOnlyList<RequirementTrace> Trace,
    IReadOnlyList<AppliedWaiver> Waivers)
{
    /// <summary>Name of this form of a decision.</summary>
    public const string SchemaName = "strata.gate-decision/v1";

    /// <summary>Media type of a decision.</summary>
    public const string MediaType = "application/vnd.strata.gate-decision+json";

    /// <summary>The requirements that are not met, each before those of its parts that are not.</summary>
    [JsonIgnore]
    public IEnumerable<RequirementTrace> Missing => Trace.SelectMany(MissingIn);

    /// <summary>Reads a decision.</summary>
    /// <exception cref="EvidenceException">It is none that this version can read.</exception>
    public static GateDecision Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var read = JsonSerializer.Deserialize(utf8.Span, GateJson.Default.GateDecision);
            return read is { Schema: SchemaName }
                ? read
                : throw new JsonException($"The schema must be \"{SchemaName}\".");
        }
        catch (JsonException e)
        {
            throw new EvidenceException(EvidenceFault.BadInput, $"Cannot read a gate decision: {e.Message}", e);
        }
    }

    /// <summary>
    /// Decides again, from the entries, and compares. Offline: nothing but the arguments is looked at.
    /// </summary>
    /// <param name="decided">The decision's bytes.</param>
    /// <param name="rules">The rules that it names.</param>
    /// <param name="entries">The ledger's entries from the first on, at least as many as it was decided from.</param>
    /// <param name="trusted">The keys that this reader believes.</param>
    /// <returns>Null if every byte is the same, else what differs, as a sentence.</returns>
    /// <exception cref="EvidenceException">The bytes are no decision.</exception>
    public static string? Replay(
        ReadOnlyMemory<byte> decided,
        GateRules rules,
        IEnumerable<ReadOnlyMemory<byte>> entries,
        TrustedKeys trusted)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var claimed = Parse(decided);
        var digests = new DecidedRules(rules.GatesDigest.ToString(), rules.WorkstreamsDigest.ToString());
        if (claimed.Rules != digests)
        {
            return $"It was decided by the rules {claimed.Rules.Gates} and {claimed.Rules.Workstreams}, and those at "
                + $"hand are {digests.Gates} and {digests.Workstreams}.";
        }

        if (rules.Gates.All(g => g.Name != claimed.Gate))
        {
            return $"The rules have no gate \"{claimed.Gate}\".";
        }

        var size = (int)Math.Min(claimed.Ledger.Size, int.MaxValue);
        var evidence = GateEvidence.Read(entries.Take(size), rules, trusted);
        if (evidence.Size != claimed.Ledger.Size || evidence.Root().ToString() != claimed.Ledger.Root)
        {
            return $"It was decided from {claimed.Ledger.Size} entries with the root {claimed.Ledger.Root}, and those "
                + $"at hand are {evidence.Size} with the root {evidence.Root()}.";
        }

        var again = evidence.Decide(claimed.Gate, claimed.Environment, claimed.At);
        return again.ToUtf8Json().AsSpan().SequenceEqual(decided.Span)
            ? null
            : $"Decided again for {UtcTimestamp.ToText(claimed.At)}, the gate \"{claimed.Gate}\" is "
                + $"{(again.Passed ? "passed" : "not passed")}, and the decision is another one, byte for byte.";
    }

    /// <summary>The decision as canonical JSON.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, GateJson.Default.GateDecision);

    private static IEnumerable<RequirementTrace> MissingIn(RequirementTrace trace) =>
        trace.Holds ? [] : [trace, .. trace.Parts.SelectMany(MissingIn)];
}
