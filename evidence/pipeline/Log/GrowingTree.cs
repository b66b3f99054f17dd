using System.Buffers;
using Evidence.Ledger.Tiles;
using Evidence.Ledger.Tree;

namespace Evidence.Pipeline.Log;

/// <summary>
/// A verified tree that entries are appended to, and the objects that it grows by. For one caller at a time.
/// </summary>
internal sealed class GrowingTree
{
    private readonly List<(TileId Id, byte[] Bytes)> _tiles = [];
    private readonly ArrayBufferWriter<byte> _bundle = new();
    private readonly TileWriter _writer;

    /// <summary>An empty tree.</summary>
    public GrowingTree() => _writer = new TileWriter(Take);

    private GrowingTree(VerifiedTree tree, ReadOnlySpan<byte> lastBundle)
    {
        _writer = tree.Continue(Take);
        _bundle.Write(lastBundle);
    }

    public long Size => _writer.Size;

    public static async Task<GrowingTree> ContinueAsync(VerifiedTree tree, CancellationToken cancellationToken)
    {
        var size = tree.Checkpoint.Size;
        var last = size % TileId.FullWidth == 0
            ? ReadOnlyMemory<byte>.Empty
            : await tree.ReadEntriesAsync(size / TileId.FullWidth, cancellationToken);
        return new GrowingTree(tree, last.Span);
    }

    public TreeGrowth Grow(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        var bundles = new List<(EntryBundleId Id, byte[] Bytes)>();
        foreach (var entry in entries)
        {
            EntryBundle.Append(_bundle, entry.Span);
            _writer.Append(TreeHash.Leaf(entry.Span));
            if (Size % TileId.FullWidth == 0)
            {
                bundles.Add((new EntryBundleId((Size / TileId.FullWidth) - 1), _bundle.WrittenSpan.ToArray()));
                _bundle.ResetWrittenCount();
            }
        }

        _writer.Flush();
        if (Size % TileId.FullWidth is var width and > 0)
        {
            var partial = new EntryBundleId(Size / TileId.FullWidth, (int)width);
            bundles.Add((partial, _bundle.WrittenSpan.ToArray()));
        }

        var growth = new TreeGrowth(Size, _writer.Root(), [.. _tiles], bundles);
        _tiles.Clear();
        return growth;
    }

    private void Take(TileId tile, ReadOnlySpan<byte> hashes) => _tiles.Add((tile, hashes.ToArray()));
}
