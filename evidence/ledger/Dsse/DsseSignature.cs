namespace Evidence.Ledger.Dsse;

/// <summary>One signature of an envelope.</summary>
/// <param name="Signature">The signature, encoded as the key's owner encodes it.</param>
/// <param name="KeyIdHint">
/// What the envelope says about the key, or null. Nothing authenticates it: it narrows which keys to try, no more.
/// </param>
public sealed record DsseSignature(ReadOnlyMemory<byte> Signature, string? KeyIdHint);
