using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Evidence.Ledger.Text;

/// <summary>
/// Base64 with exactly one spelling per value: no white space, no stray bits after the last byte. The BCL decoders
/// accept both, and a signed document whose encoding can be varied has as many digests as spellings.
/// </summary>
internal static class StrictBase64
{
    /// <summary>The standard alphabet with padding (RFC 4648 section 4).</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 4 != 0)
        {
            return false;
        }

        var padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
        var decoded = new byte[(text.Length / 4 * 3) - padding];
        // A shorter result means that white space was skipped.
        if (Base64.DecodeFromUtf8(text, decoded, out _, out var written) != OperationStatus.Done
            || written != decoded.Length
            || !LastGroupIsCanonical(text, decoded))
        {
            return false;
        }

        bytes = decoded;
        return true;
    }

    /// <summary>The standard alphabet with padding, or the URL-safe one (section 5) with or without padding.</summary>
    public static bool TryDecodeEither(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        if (text.Length % 4 == 0 && !text.ContainsAny((byte)'-', (byte)'_'))
        {
            return TryDecode(text, out bytes);
        }

        bytes = null;
        if (text.ContainsAny((byte)'+', (byte)'/'))
        {
            return false;
        }

        var digits = text.TrimEnd((byte)'=');
        var standard = new byte[(digits.Length + 3) / 4 * 4];
        standard.AsSpan().Fill((byte)'=');
        digits.CopyTo(standard);
        standard.AsSpan().Replace((byte)'-', (byte)'+');
        standard.AsSpan().Replace((byte)'_', (byte)'/');
        return (digits.Length == text.Length || standard.Length == text.Length) && TryDecode(standard, out bytes);
    }

    private static bool LastGroupIsCanonical(ReadOnlySpan<byte> text, ReadOnlySpan<byte> decoded)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        Span<byte> group = stackalloc byte[4];
        Base64.EncodeToUtf8(decoded[((text.Length / 4 - 1) * 3)..], group, out _, out _);
        return text[^4..].SequenceEqual(group);
    }
}
