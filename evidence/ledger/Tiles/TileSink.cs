namespace Evidence.Ledger.Tiles;

/// <summary>Takes a finished tile. The bytes are only valid during the call.</summary>
/// <param name="tile">Which tile.</param>
/// <param name="hashes">Its bytes: 32 for each hash.</param>
public delegate void TileSink(TileId tile, ReadOnlySpan<byte> hashes);
