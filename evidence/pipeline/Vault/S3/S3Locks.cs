using Amazon.S3;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>Lock words of S3 and ours.</summary>
internal static class S3Locks
{
    public static ObjectLockMode Header(LockMode mode) => mode switch
    {
        LockMode.Governance => ObjectLockMode.Governance,
        LockMode.Compliance => ObjectLockMode.Compliance,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown lock mode."),
    };

    public static ObjectLockRetentionMode Retention(LockMode mode) =>
        ObjectLockRetentionMode.FindValue(Header(mode).Value);

    public static ObjectLockLegalHoldStatus? Hold(bool hold) => hold ? ObjectLockLegalHoldStatus.On : null;

    public static LockMode? Mode(string? header) => header switch
    {
        null or "" => null,
        "GOVERNANCE" => LockMode.Governance,
        "COMPLIANCE" => LockMode.Compliance,
        _ => throw new EvidenceException(
            EvidenceFault.Contradiction,
            $"The store states the lock mode \"{header}\", which is neither GOVERNANCE nor COMPLIANCE. Nothing was "
            + "changed."),
    };

    public static LockState State(ObjectLockMode? mode, DateTime? until, ObjectLockLegalHoldStatus? hold) => new(
        Mode(mode?.Value),
        until is { } moment ? new DateTimeOffset(moment.ToUniversalTime()) : null,
        hold == ObjectLockLegalHoldStatus.On);
}
