using System.Numerics;

namespace Evidence.Ledger.Tree;

/// <summary>Entries from <paramref name="Begin"/> to before <paramref name="End"/>.</summary>
internal readonly record struct LeafRange(long Begin, long End)
{
    private long Length => End - Begin;

    /// <summary>The ranges whose hashes prove an inclusion, the leaf's sibling first (RFC 9162, 2.1.3.1).</summary>
    public static List<LeafRange> ProvingInclusion(long index, long size)
    {
        var ranges = new List<LeafRange>();
        for (var tree = new LeafRange(0, size); tree.Length > 1;)
        {
            var (left, right) = tree.Split();
            ranges.Add(index < left.End ? right : left);
            tree = index < left.End ? left : right;
        }

        ranges.Reverse();
        return ranges;
    }

    /// <summary>The ranges whose hashes prove a tree the beginning of another (RFC 9162, 2.1.4.1).</summary>
    public static List<LeafRange> ProvingConsistency(long from, long to)
    {
        var ranges = new List<LeafRange>();
        var tree = new LeafRange(0, to);
        while (tree.End != from)
        {
            var (left, right) = tree.Split();
            ranges.Add(from <= left.End ? right : left);
            tree = from <= left.End ? left : right;
        }

        // The old tree itself: its root is known to whoever checks.
        if (tree.Begin > 0)
        {
            ranges.Add(tree);
        }

        ranges.Reverse();
        return ranges;
    }

    private (LeafRange Left, LeafRange Right) Split()
    {
        var middle = Begin + (1L << BitOperations.Log2((ulong)Length - 1));
        return (new LeafRange(Begin, middle), new LeafRange(middle, End));
    }
}
