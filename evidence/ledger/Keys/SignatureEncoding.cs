namespace Evidence.Ledger.Keys;

/// <summary>How a key's owner writes an ECDSA signature. Part of what is known about a key, never guessed.</summary>
public enum SignatureEncoding
{
    /// <summary>ASN.1 DER, as in signed notes, AWS KMS, Sigstore and OpenSSL. Everything here signs so.</summary>
    Der,

    /// <summary>r ‖ s, 32 bytes each (IEEE P1363), as in JOSE and the DSSE test vector.</summary>
    Raw,
}
