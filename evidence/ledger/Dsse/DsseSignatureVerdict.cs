namespace Evidence.Ledger.Dsse;

/// <summary>What became of one signature of an envelope.</summary>
/// <param name="Index">Its place among the envelope's signatures, from 0.</param>
/// <param name="KeyIdHint">What the envelope said about its key, or null.</param>
/// <param name="KeyId">The trusted key that made it, or null if it was not accepted.</param>
/// <param name="Refusal">Why it was not accepted, as a sentence, or null if it was.</param>
public sealed record DsseSignatureVerdict(int Index, string? KeyIdHint, string? KeyId, string? Refusal)
{
    /// <summary>Whether a trusted key made this signature.</summary>
    public bool Accepted => KeyId is not null;
}
