using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Records;

/// <summary>The lock that a record says its payload is under. Verification holds the store to it.</summary>
public sealed record RetentionClaim
{
    /// <summary>Retention class that was asked for.</summary>
    public required string Class { get; init; }

    /// <summary>Mode the store stated after the write.</summary>
    public required LockMode Mode { get; init; }

    /// <summary>Date the store stated after the write; UTC.</summary>
    public required DateTimeOffset RetainUntil { get; init; }

    /// <summary>Whether a legal hold was put on it.</summary>
    public required bool Hold { get; init; }

    /// <summary>The claim as a lock.</summary>
    public ObjectLock ToLock() => new(Mode, RetainUntil, Hold);
}
