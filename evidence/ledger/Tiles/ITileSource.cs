namespace Evidence.Ledger.Tiles;

/// <summary>Where tiles come from: a store, a folder, a bundle. Nothing it returns is trusted.</summary>
public interface ITileSource
{
    /// <summary>
    /// Reads a tile. Where a partial one is no longer there, the full tile at its place may be returned instead.
    /// </summary>
    ValueTask<ReadOnlyMemory<byte>> ReadTileAsync(TileId tile, CancellationToken cancellationToken);

    /// <summary>Reads an entry bundle, with the same licence as for a partial tile.</summary>
    ValueTask<ReadOnlyMemory<byte>> ReadEntriesAsync(EntryBundleId bundle, CancellationToken cancellationToken);
}
