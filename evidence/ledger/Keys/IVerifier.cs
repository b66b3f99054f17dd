namespace Evidence.Ledger.Keys;

/// <summary>A key that can say whether a signature is its own. Safe to use from many threads at once.</summary>
public interface IVerifier
{
    /// <summary>
    /// Identity of the key: lowercase hexadecimal SHA-256 of its DER SubjectPublicKeyInfo. Two verifiers of the same
    /// key have the same identity, so that a key never counts twice.
    /// </summary>
    string KeyId { get; }

    /// <summary>Whether this key made <paramref name="signature"/> over <paramref name="message"/>.</summary>
    /// <returns>False for any signature that is not this key's, however malformed; never throws for one.</returns>
    bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
