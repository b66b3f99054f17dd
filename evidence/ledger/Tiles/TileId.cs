using System.Globalization;

namespace Evidence.Ledger.Tiles;

/// <summary>Which tile of hashes, and how much of it. Source: C2SP tlog-tiles.</summary>
public readonly record struct TileId
{
    /// <summary>Hashes in a full tile, and entries in a full bundle.</summary>
    public const int FullWidth = 256;

    /// <summary>Highest level a path can name. Trees of less than 2^63 entries reach level 7.</summary>
    public const int MaximumLevel = 63;

    private const string Prefix = "tile/";

    /// <summary>The first <paramref name="width"/> hashes of a tile.</summary>
    /// <param name="level">0 for hashes of leaves; each level stands for 256 times as many entries per hash.</param>
    /// <param name="index">Place of the tile within its level, from 0.</param>
    /// <param name="width">Number of hashes; <see cref="FullWidth"/> unless the tile is partial.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public TileId(int level, long index, int width = FullWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MaximumLevel);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
        (Level, Index, Width) = (level, index, width);
    }

    /// <summary>Level of the tile.</summary>
    public int Level { get; }

    /// <summary>Place within the level, from 0.</summary>
    public long Index { get; }

    /// <summary>Number of hashes.</summary>
    public int Width { get; }

    /// <summary>Whether the tile is not full: it lasts until the tree outgrows it.</summary>
    public bool IsPartial => Width < FullWidth;

    /// <summary>Where the tile is under a log's prefix, such as <c>tile/1/x001/000.p/17</c>.</summary>
    public string Path =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Level}/{IndexPath.ToText(Index, Width)}");

    /// <summary>Reads what <see cref="Path"/> writes, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> path, out TileId tile)
    {
        tile = default;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = path[Prefix.Length..];
        var slash = rest.IndexOf('/');
        if (slash < 0
            || !int.TryParse(rest[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            || level > MaximumLevel
            || !IndexPath.TryParse(rest[(slash + 1)..], out var index, out var width))
        {
            return false;
        }

        tile = new TileId(level, index, width);
        return path.SequenceEqual(tile.Path);
    }

    /// <inheritdoc cref="Path"/>
    public override string ToString() => Path;
}
