namespace Evidence.Ledger.Tiles;

/// <summary>Which bundle of entries, and how many of them. Source: C2SP tlog-tiles.</summary>
public readonly record struct EntryBundleId
{
    private const string Prefix = "tile/entries/";

    /// <summary>The first <paramref name="width"/> entries of a bundle.</summary>
    /// <param name="index">Place of the bundle, from 0: its first entry is 256 times that.</param>
    /// <param name="width">Number of entries; <see cref="TileId.FullWidth"/> unless the bundle is partial.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public EntryBundleId(long index, int width = TileId.FullWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, TileId.FullWidth);
        (Index, Width) = (index, width);
    }

    /// <summary>Place of the bundle, from 0.</summary>
    public long Index { get; }

    /// <summary>Number of entries.</summary>
    public int Width { get; }

    /// <summary>Whether the bundle is not full: it lasts until the tree outgrows it.</summary>
    public bool IsPartial => Width < TileId.FullWidth;

    /// <summary>Where the bundle is under a log's prefix, such as <c>tile/entries/x001/000.p/17</c>.</summary>
    public string Path => Prefix + IndexPath.ToText(Index, Width);

    /// <summary>Reads what <see cref="Path"/> writes, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> path, out EntryBundleId bundle)
    {
        bundle = default;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)
            || !IndexPath.TryParse(path[Prefix.Length..], out var index, out var width))
        {
            return false;
        }

        bundle = new EntryBundleId(index, width);
        return path.SequenceEqual(bundle.Path);
    }

    /// <inheritdoc cref="Path"/>
    public override string ToString() => Path;
}
