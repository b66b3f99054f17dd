namespace Evidence.Ledger.Text;

/// <summary>Hashes as base64, one per line, as checkpoints and proofs write them.</summary>
internal static class HashText
{
    // 32 bytes in base64, padding included.
    private const int Length = 44;

    public static string Of(in Sha256Hash hash) => Convert.ToBase64String(hash.Bytes);

    public static bool TryParse(ReadOnlySpan<byte> text, out Sha256Hash hash)
    {
        hash = default;
        if (text.Length != Length || !StrictBase64.TryDecode(text, out var bytes) || bytes.Length != Sha256Hash.Size)
        {
            return false;
        }

        hash = new Sha256Hash(bytes);
        return true;
    }
}
