namespace Evidence.Ledger.Dsse;

/// <summary>What verifying an envelope against trusted keys found.</summary>
/// <param name="Verdicts">One verdict per signature, in the envelope's order.</param>
public sealed record DsseVerification(IReadOnlyList<DsseSignatureVerdict> Verdicts)
{
    /// <summary>The trusted keys that signed, each once however often it signed, sorted.</summary>
    public IReadOnlyList<string> KeyIds { get; } =
        [.. Verdicts.Select(v => v.KeyId).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether at least <paramref name="threshold"/> distinct trusted keys signed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A threshold below 1 would accept an unsigned envelope.</exception>
    public bool Meets(int threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        return KeyIds.Count >= threshold;
    }

    /// <summary>Requires what <see cref="Meets"/> tests.</summary>
    /// <exception cref="LedgerVerificationException">Too few keys signed; the message says why for each.</exception>
    public void Require(int threshold)
    {
        if (!Meets(threshold))
        {
            var refusals = Verdicts.Where(v => !v.Accepted).Select(v => $" Signature {v.Index}: {v.Refusal}");
            throw new LedgerVerificationException(
                $"The envelope needs {threshold} distinct trusted signers and has {KeyIds.Count}."
                + string.Concat(refusals));
        }
    }
}
