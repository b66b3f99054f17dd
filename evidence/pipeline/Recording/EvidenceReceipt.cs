using Evidence.Ledger;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Recording;

/// <summary>The acknowledgement: payload and record are stored, locked and were read back.</summary>
public sealed record EvidenceReceipt
{
    /// <summary>Id of the record: SHA-256 of its statement.</summary>
    public required Sha256Hash Id { get; init; }

    /// <summary>Name of what was recorded.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public required Sha256Hash Digest { get; init; }

    /// <summary>Where its bytes are, and under which lock.</summary>
    public required WrittenVersion Payload { get; init; }

    /// <summary>Where its record is.</summary>
    public required RecordPlace Record { get; init; }

    /// <summary>Retention class that was asked for.</summary>
    public required string Retention { get; init; }
}
