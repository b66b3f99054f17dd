using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Evidence.Ledger.Text;

namespace Evidence.Ledger;

/// <summary>A SHA-256 hash: 32 bytes held inline, so that a tree of them allocates nothing.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Sha256Hash
{
    /// <summary>Length of a hash, in bytes.</summary>
    public const int Size = 32;

    // Four words in memory order: their value depends on the machine, their bytes do not.
    private readonly ulong _word0;
    private readonly ulong _word1;
    private readonly ulong _word2;
    private readonly ulong _word3;

    /// <summary>The hash whose bytes are given.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public Sha256Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A SHA-256 hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        this = MemoryMarshal.Read<Sha256Hash>(bytes);
    }

    /// <summary>The 32 bytes of this hash, without a copy.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(new ReadOnlySpan<Sha256Hash>(in this));

    /// <summary>Hashes <paramref name="data"/>.</summary>
    public static Sha256Hash Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(data, hash);
        return new Sha256Hash(hash);
    }

    /// <summary>Reads 64 lowercase hexadecimal digits. Uppercase is refused: one hash has one spelling.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out Sha256Hash hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var read = LowerHex.TryDecode(hex, bytes);
        hash = read ? new Sha256Hash(bytes) : default;
        return read;
    }

    /// <summary>Reads 64 lowercase hexadecimal digits.</summary>
    /// <exception cref="LedgerFormatException">The text is anything else.</exception>
    public static Sha256Hash Parse(ReadOnlySpan<char> hex) => TryParse(hex, out var hash)
        ? hash
        : throw new LedgerFormatException(
            $"A SHA-256 digest must be 64 lowercase hexadecimal digits, found {Quote.Of(hex)}.");

    /// <summary>64 lowercase hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes);
}
