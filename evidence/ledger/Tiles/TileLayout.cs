namespace Evidence.Ledger.Tiles;

/// <summary>Which tiles and bundles a tree of a given size consists of, and which a growing one must write.</summary>
public static class TileLayout
{
    internal const int LevelBits = 8;

    /// <summary>Levels that a tree of less than 2^63 entries can have.</summary>
    internal const int Levels = 8;

    /// <summary>The tile at <paramref name="index"/> of <paramref name="level"/>, as wide as the tree has it.</summary>
    /// <returns>Null if a tree of this size has no such tile.</returns>
    public static TileId? TileAt(long size, int level, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var hashes = HashesAt(size, level);
        return (hashes / TileId.FullWidth).CompareTo(index) switch
        {
            > 0 => new TileId(level, index),
            0 when hashes % TileId.FullWidth is var width and > 0 => new TileId(level, index, (int)width),
            _ => null,
        };
    }

    /// <summary>The partial tiles of a tree, the lowest level first: together they determine its root.</summary>
    public static IEnumerable<TileId> RightEdge(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Enumerable.Range(0, Levels)
            .Select(level => TileAt(size, level, HashesAt(size, level) / TileId.FullWidth))
            .OfType<TileId>();
    }

    /// <summary>
    /// The tiles to write when a tree grows, the lowest level first: those that become full, then the one left
    /// partial. None is rewritten that did not change.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree shrinks.</exception>
    public static IEnumerable<TileId> Growth(long from, long to)
    {
        Validate(from, to);
        return Enumerable.Range(0, Levels).SelectMany(
            level => Grown(HashesAt(from, level), HashesAt(to, level)),
            (level, tile) => new TileId(level, tile.Index, tile.Width));
    }

    /// <summary>The bundles to write when a tree grows: those that become full, then the one left partial.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree shrinks.</exception>
    public static IEnumerable<EntryBundleId> BundleGrowth(long from, long to)
    {
        Validate(from, to);
        return Grown(from, to).Select(bundle => new EntryBundleId(bundle.Index, bundle.Width));
    }

    private static IEnumerable<(long Index, int Width)> Grown(long from, long to)
    {
        if (from == to)
        {
            yield break;
        }

        for (var index = from / TileId.FullWidth; index < to / TileId.FullWidth; index++)
        {
            yield return (index, TileId.FullWidth);
        }

        if (to % TileId.FullWidth > 0)
        {
            yield return (to / TileId.FullWidth, (int)(to % TileId.FullWidth));
        }
    }

    private static long HashesAt(long size, int level) => level < Levels ? size >> (LevelBits * level) : 0;

    private static void Validate(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
    }
}
