namespace Evidence.Pipeline.Vault;

/// <summary>The lock a version must be under.</summary>
/// <param name="Mode">How hard it is.</param>
/// <param name="RetainUntil">Moment before which the version cannot be deleted; UTC, whole seconds.</param>
/// <param name="Hold">Whether a legal hold is on it as well, which has no end of its own.</param>
public sealed record ObjectLock(LockMode Mode, DateTimeOffset RetainUntil, bool Hold = false)
{
    /// <summary>The weakest lock that is at least as strong as both.</summary>
    public ObjectLock And(ObjectLock other) => new(
        (LockMode)Math.Max((int)Mode, (int)other.Mode),
        RetainUntil >= other.RetainUntil ? RetainUntil : other.RetainUntil,
        Hold || other.Hold);

    /// <summary>For a sentence: <c>COMPLIANCE until 2026-01-31T00:00:00Z with a legal hold</c>.</summary>
    public override string ToString() => ((LockState)this).ToString();
}
