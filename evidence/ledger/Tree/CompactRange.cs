using System.Numerics;

namespace Evidence.Ledger.Tree;

/// <summary>
/// A tree that only grows, reduced to what its root needs: one hash for each bit of its size. Appending takes one node
/// hash on average and a million entries take the memory of one.
/// </summary>
public sealed class CompactRange
{
    // _peaks[level] is the root of the perfect subtree of 2^level leaves that bit `level` of the size stands for.
    private readonly Sha256Hash[] _peaks = new Sha256Hash[63];
    private readonly Action<int, Sha256Hash>? _completed;

    /// <summary>An empty tree.</summary>
    public CompactRange()
    {
    }

    /// <summary>A tree of <paramref name="size"/> entries, from the roots of its perfect subtrees.</summary>
    /// <param name="size">Number of entries.</param>
    /// <param name="roots">One root per bit set in the size, the largest subtree first.</param>
    /// <exception cref="ArgumentException">The number of roots does not fit the size.</exception>
    public CompactRange(long size, ReadOnlySpan<Sha256Hash> roots)
        : this(size, roots, null)
    {
    }

    // Also tells `completed` the level and root of every perfect subtree as it completes.
    internal CompactRange(long size, ReadOnlySpan<Sha256Hash> roots, Action<int, Sha256Hash>? completed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var subtrees = BitOperations.PopCount((ulong)size);
        if (roots.Length != subtrees)
        {
            throw new ArgumentException(
                $"A tree of size {size} has {subtrees} perfect subtrees, not {roots.Length}.", nameof(roots));
        }

        Size = size;
        _completed = completed;
        for (var rest = size; rest > 0; rest &= rest - 1)
        {
            _peaks[BitOperations.TrailingZeroCount(rest)] = roots[^1];
            roots = roots[..^1];
        }
    }

    /// <summary>Number of entries.</summary>
    public long Size { get; private set; }

    /// <summary>Appends a leaf.</summary>
    public void Append(in Sha256Hash leaf) => Append(leaf, 0);

    /// <summary>
    /// Appends 2^<paramref name="level"/> leaves at once by the root over them, for callers that hash in parallel.
    /// </summary>
    /// <exception cref="ArgumentException">The size is not a multiple of 2^<paramref name="level"/>.</exception>
    public void Append(in Sha256Hash root, int level)
    {
        if (level is < 0 or > 62 || Size % (1L << level) != 0)
        {
            throw new ArgumentException($"No subtree of level {level} can follow {Size} entries.", nameof(level));
        }

        // The first overflow would be past 2^63 entries: the highest peak never merges.
        var size = checked(Size + (1L << level));
        var hash = root;
        _completed?.Invoke(level, hash);
        for (; (Size >> level & 1) == 1; level++)
        {
            hash = TreeHash.Node(_peaks[level], hash);
            _completed?.Invoke(level + 1, hash);
        }

        _peaks[level] = hash;
        Size = size;
    }

    /// <summary>Root over all entries.</summary>
    public Sha256Hash Root()
    {
        if (Size == 0)
        {
            return TreeHash.Empty;
        }

        var root = _peaks[BitOperations.TrailingZeroCount(Size)];
        for (var rest = Size & (Size - 1); rest > 0; rest &= rest - 1)
        {
            root = TreeHash.Node(_peaks[BitOperations.TrailingZeroCount(rest)], root);
        }

        return root;
    }
}
