using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Evidence.Ledger;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody;

/// <summary>
/// The facts' spelling: as that of a predicate, names in the order in which they are declared, and what is null left
/// out. Equal facts are equal bytes.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(UtcTimestampConverter), typeof(LockModeConverter), typeof(KebabEnumConverter<FindingCode>),
        typeof(KebabEnumConverter<DispositionOutcome>),
    ])]
[JsonSerializable(typeof(CustodyObservation))]
[JsonSerializable(typeof(Disposition))]
[JsonSerializable(typeof(DispositionIntent))]
[JsonSerializable(typeof(KeyRevocation))]
[JsonSerializable(typeof(KeyRotation))]
[JsonSerializable(typeof(LegalHold))]
[JsonSerializable(typeof(LegalHoldRelease))]
[JsonSerializable(typeof(ObservedFinding))]
[JsonSerializable(typeof(ObservedVersion))]
internal sealed partial class FactJson : JsonSerializerContext
{
    /// <summary>The fact that a record of <paramref name="kind"/> states; null of any other record.</summary>
    /// <exception cref="LedgerFormatException">The record is of that kind, and its fact is no such fact.</exception>
    public static T? Read<T>(StoredRecord record, string kind, JsonTypeInfo<T> type)
        where T : class
    {
        if (record.Predicate.Kind != kind)
        {
            return null;
        }

        try
        {
            return record.Predicate.Fact?.Deserialize(type)
                ?? throw new LedgerFormatException($"A record of the kind \"{kind}\" must state a fact, and has none.");
        }
        catch (JsonException e)
        {
            throw new LedgerFormatException($"Cannot read the fact of a record of the kind \"{kind}\": {e.Message}", e);
        }
    }
}
