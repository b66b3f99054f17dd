using System.Runtime.InteropServices;
using Evidence.Ledger.Tree;

namespace Evidence.Ledger.Tiles;

/// <summary>
/// Grows a tree and hands out the tiles it consists of, each full one as soon as it is complete. Holds one tile per
/// level, however large the tree.
/// </summary>
public sealed class TileWriter
{
    private readonly TileSink _sink;
    private readonly CompactRange _range;
    private readonly Sha256Hash[][] _tiles = new Sha256Hash[TileLayout.Levels][];
    private long _flushed;

    /// <summary>Begins an empty tree.</summary>
    public TileWriter(TileSink sink)
        : this(sink, 0, [], _ => default)
    {
    }

    internal TileWriter(
        TileSink sink, long size, ReadOnlySpan<Sha256Hash> peaks, Func<TileId, ReadOnlyMemory<Sha256Hash>> partial)
    {
        _sink = sink;
        _flushed = size;
        _range = new CompactRange(size, peaks, Completed);
        foreach (var tile in TileLayout.RightEdge(size))
        {
            partial(tile).CopyTo(Tile(tile.Level));
        }
    }

    /// <summary>Number of entries.</summary>
    public long Size => _range.Size;

    /// <summary>Root over all entries.</summary>
    public Sha256Hash Root() => _range.Root();

    /// <summary>Appends a leaf; tiles that it completes go to the sink, the lowest level first.</summary>
    public void Append(in Sha256Hash leaf) => _range.Append(leaf);

    /// <summary>
    /// Hands out the partial tiles that changed since the last flush. With the full tiles handed out since then they
    /// are what <see cref="TileLayout.Growth"/> lists; all of them must be stored before a checkpoint of this size.
    /// </summary>
    public void Flush()
    {
        foreach (var tile in TileLayout.Growth(_flushed, Size).Where(tile => tile.IsPartial))
        {
            _sink(tile, MemoryMarshal.AsBytes(Tile(tile.Level).AsSpan(0, tile.Width)));
        }

        _flushed = Size;
    }

    private void Completed(int level, Sha256Hash hash)
    {
        if (level % TileLayout.LevelBits != 0)
        {
            return;
        }

        // The subtree just completed is the one that ends with the leaf being appended.
        var index = _range.Size >> level;
        var tileLevel = level / TileLayout.LevelBits;
        var tile = Tile(tileLevel);
        tile[(int)(index % TileId.FullWidth)] = hash;
        if (index % TileId.FullWidth == TileId.FullWidth - 1)
        {
            _sink(new TileId(tileLevel, index / TileId.FullWidth), MemoryMarshal.AsBytes(tile.AsSpan()));
        }
    }

    private Sha256Hash[] Tile(int level) => _tiles[level] ??= new Sha256Hash[TileId.FullWidth];
}
