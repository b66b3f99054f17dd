using System.Text.Json;
using System.Text.Json.Serialization;
using Evidence.Ledger;

namespace Evidence.Pipeline.Records;

/// <summary>
/// What a record says about its payload. Readers ignore fields that they do not know, so later versions may add some
/// and must never change the meaning of one.
/// </summary>
public sealed record EvidencePredicate
{
    /// <summary>URI of this predicate in an in-toto statement.</summary>
    public const string Type = "https://strata.dev/evidence/record/v1";

    /// <summary>Kind of record, from the catalogue in force when it was made.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids of the controls it is evidence for.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>Environment it is about.</summary>
    public required string Environment { get; init; }

    /// <summary>The lock its payload is under.</summary>
    public required RetentionClaim Retention { get; init; }

    /// <summary>Where its payload is.</summary>
    public required PayloadClaim Payload { get; init; }

    /// <summary>When it was collected, by this machine's clock; UTC.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>
    /// What the record itself states, in the form that its kind has, or null of a kind that states nothing beyond its
    /// payload. It is signed, so whoever has the ledger alone has it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Fact { get; init; }

    /// <summary>What came out of it, or null of what has no outcome.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecordOutcome? Outcome { get; init; }

    /// <summary>Who and what collected it.</summary>
    public required Collector Collector { get; init; }

    internal JsonElement ToJson() => JsonSerializer.SerializeToElement(this, PredicateJson.Default.EvidencePredicate);

    internal static EvidencePredicate Parse(JsonElement json)
    {
        try
        {
            return json.Deserialize(PredicateJson.Default.EvidencePredicate)
                ?? throw new LedgerFormatException("The predicate is null.");
        }
        catch (JsonException e)
        {
            throw new LedgerFormatException($"Cannot read the predicate \"{Type}\": {e.Message}", e);
        }
    }
}
