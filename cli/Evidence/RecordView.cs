using Evidence.Pipeline.Records;

namespace Strata.Cli.Evidence;

/// <summary>A record as <c>--json</c> shows it.</summary>
internal sealed record RecordView(
    string Id,
    string Name,
    string Sha256,
    string? MediaType,
    string Kind,
    IReadOnlyList<string> Controls,
    string Environment,
    DateTimeOffset CollectedAt,
    Collector Collector,
    string Retention,
    LockView Lock,
    long Size,
    LocationView Payload,
    LocationView Record,
    IReadOnlyList<string> SignedBy,
    string? SignatureProblem,
    LedgerView? Ledger = null)
{
    public static RecordView Of(StoredRecord record) => new(
        record.Id.ToString(),
        record.Subject.Name ?? "",
        record.Subject.Sha256.ToString(),
        record.Subject.MediaType,
        record.Predicate.Kind,
        record.Predicate.Controls,
        record.Predicate.Environment,
        record.Predicate.CollectedAt,
        record.Predicate.Collector,
        record.Predicate.Retention.Class,
        LockView.Of(record.Predicate.Retention.ToLock()),
        record.Predicate.Payload.Size,
        LocationView.Of(record.Predicate.Payload.ToLocation()),
        LocationView.Of(record.Place.Bundle) with { Index = record.Place.Index },
        record.SignedBy,
        record.SignatureProblem);
}
