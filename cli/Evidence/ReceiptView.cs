using Evidence.Ledger;
using Evidence.Pipeline.Recording;

namespace Strata.Cli.Evidence;

/// <summary>A receipt as <c>--json</c> shows it.</summary>
internal sealed record ReceiptView(
    string Id,
    string Name,
    string Sha256,
    long Size,
    bool AlreadyStored,
    LockView Lock,
    string Retention,
    LocationView Payload,
    LocationView Record)
{
    private const int ShortIdLength = 12;

    public static ReceiptView Of(EvidenceReceipt receipt) => new(
        receipt.Id.ToString(),
        receipt.Name,
        receipt.Digest.ToString(),
        receipt.Payload.Size,
        receipt.Payload.AlreadyStored,
        LockView.Of(receipt.Payload.Lock),
        receipt.Retention,
        LocationView.Of(receipt.Payload.At),
        LocationView.Of(receipt.Record.Bundle) with { Index = receipt.Record.Index });

    /// <summary>As much of an id as a person types.</summary>
    public static string ShortId(Sha256Hash id) => id.ToString()[..ShortIdLength];
}
