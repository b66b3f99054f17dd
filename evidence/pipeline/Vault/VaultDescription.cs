namespace Evidence.Pipeline.Vault;

/// <summary>What a bucket says it does. Whether it keeps its word is for the probe to find out.</summary>
/// <param name="Versioning">Whether every overwrite keeps what was there.</param>
/// <param name="ObjectLock">Whether versions can be locked.</param>
/// <param name="Default">The rule for versions written without a lock of their own, or null if there is none.</param>
public sealed record VaultDescription(bool Versioning, bool ObjectLock, DefaultRetention? Default);

/// <summary>A bucket's default retention.</summary>
/// <param name="Mode">How hard it is.</param>
/// <param name="Days">Days from the write, or null if it is given in years.</param>
/// <param name="Years">Years from the write, or null if it is given in days.</param>
public sealed record DefaultRetention(LockMode Mode, int? Days, int? Years)
{
    /// <summary>For a sentence.</summary>
    public override string ToString() =>
        $"{Mode.ToString().ToUpperInvariant()} for {(Years is { } years ? $"{years} years" : $"{Days} days")}";
}
