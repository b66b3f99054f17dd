using System.Buffers;
using System.Numerics;

namespace Evidence.Ledger.Tree;

/// <summary>The hashes of an RFC 6962 tree: a leaf can never be taken for a node, nor a node for a leaf.</summary>
public static class TreeHash
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int LongestOnStack = 1024;

    /// <summary>Root of the tree without entries: SHA-256 of nothing.</summary>
    public static Sha256Hash Empty { get; } = Sha256Hash.Of([]);

    /// <summary>Hash of an entry as a leaf: SHA-256(0x00 ‖ entry).</summary>
    public static Sha256Hash Leaf(ReadOnlySpan<byte> entry)
    {
        // One call of the hash over a copy costs less than three calls without one.
        var length = entry.Length + 1;
        var rented = length > LongestOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var buffer = rented ?? stackalloc byte[LongestOnStack];
        buffer[0] = LeafPrefix;
        entry.CopyTo(buffer[1..]);
        var hash = Sha256Hash.Of(buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>Hash of a node: SHA-256(0x01 ‖ left ‖ right).</summary>
    public static Sha256Hash Node(in Sha256Hash left, in Sha256Hash right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Sha256Hash.Size)];
        buffer[0] = NodePrefix;
        left.Bytes.CopyTo(buffer[1..]);
        right.Bytes.CopyTo(buffer[(1 + Sha256Hash.Size)..]);
        return Sha256Hash.Of(buffer);
    }

    /// <summary>Root over hashes whose number is a power of two, for example a full tile.</summary>
    /// <exception cref="ArgumentException">The number of hashes is not a power of two.</exception>
    public static Sha256Hash Perfect(ReadOnlySpan<Sha256Hash> hashes)
    {
        if (!BitOperations.IsPow2(hashes.Length))
        {
            throw new ArgumentException(
                $"A perfect tree has a power of two leaves, not {hashes.Length}.", nameof(hashes));
        }

        if (hashes.Length == 1)
        {
            return hashes[0];
        }

        var rented = ArrayPool<Sha256Hash>.Shared.Rent(hashes.Length / 2);
        var level = rented.AsSpan(0, hashes.Length / 2);
        for (var from = hashes; ; from = level, level = level[..(level.Length / 2)])
        {
            for (var i = 0; i < level.Length; i++)
            {
                level[i] = Node(from[2 * i], from[(2 * i) + 1]);
            }

            if (level.Length == 1)
            {
                var root = level[0];
                ArrayPool<Sha256Hash>.Shared.Return(rented);
                return root;
            }
        }
    }
}
