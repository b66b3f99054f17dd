using Evidence.Ledger.Statements;

namespace Evidence.Pipeline.Vault;

/// <summary>The lock the store says a version is under.</summary>
/// <param name="Mode">Its mode, or null: no retention, or we may not see it.</param>
/// <param name="RetainUntil">Its end, or null as above.</param>
/// <param name="Hold">Whether a legal hold is on it.</param>
public sealed record LockState(LockMode? Mode, DateTimeOffset? RetainUntil, bool Hold)
{
    /// <summary>No lock at all.</summary>
    public static LockState None { get; } = new(null, null, false);

    /// <summary>The state a version is in when it is under <paramref name="wanted"/> and nothing more.</summary>
    public static implicit operator LockState(ObjectLock wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return new(wanted.Mode, wanted.RetainUntil, wanted.Hold);
    }

    /// <summary>Whether this is at least as strong as <paramref name="wanted"/>.</summary>
    public bool Covers(ObjectLock wanted) => CoversRetention(wanted) && (Hold || !wanted.Hold);

    /// <summary>Whether mode and date alone are at least as strong as those of <paramref name="wanted"/>.</summary>
    public bool CoversRetention(ObjectLock wanted) => Mode >= wanted.Mode && RetainUntil >= wanted.RetainUntil;

    /// <summary>
    /// Whether the store can be asked to strengthen this to <paramref name="wanted"/>. A date can be extended;
    /// GOVERNANCE cannot become COMPLIANCE without the right to bypass it, which nobody here has or should have.
    /// </summary>
    public bool CanBecome(ObjectLock wanted) => Mode is null || Mode >= wanted.Mode;

    /// <summary>For a sentence: <c>COMPLIANCE until 2026-01-31T00:00:00Z with a legal hold</c>.</summary>
    public override string ToString()
    {
        var retention = (Mode, RetainUntil) is ({ } mode, { } until)
            ? $"{mode.ToString().ToUpperInvariant()} until {UtcTimestamp.ToText(until)}"
            : "no retention";
        return Hold ? $"{retention} with a legal hold" : retention;
    }
}
