using System.Security.Cryptography;

namespace Evidence.Ledger.Keys;

internal static class SignatureEncodingExtensions
{
    public static DSASignatureFormat ToFormat(this SignatureEncoding encoding) => encoding switch
    {
        SignatureEncoding.Der => DSASignatureFormat.Rfc3279DerSequence,
        SignatureEncoding.Raw => DSASignatureFormat.IeeeP1363FixedFieldConcatenation,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Unknown signature encoding."),
    };
}
