using Evidence.Ledger;
using Evidence.Ledger.Tiles;

namespace Evidence.Pipeline.Log;

/// <summary>What a tree grows by: determined by its entries alone, whoever computes it.</summary>
internal sealed record TreeGrowth(
    long Size,
    Sha256Hash Root,
    IReadOnlyList<(TileId Id, byte[] Bytes)> Tiles,
    IReadOnlyList<(EntryBundleId Id, byte[] Bytes)> Bundles);
