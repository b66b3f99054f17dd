using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Proofs;
using Evidence.Ledger.Text;
using Evidence.Ledger.Tree;

namespace Evidence.Ledger.Tiles;

/// <summary>
/// A tree read from tiles that nobody vouches for. The partial tiles together must have the checkpoint's root; every
/// full tile must have the hash that its parent, verified before it, holds for it. What does not is an exception and
/// never an answer. For one caller at a time.
/// </summary>
public sealed class VerifiedTree
{
    /// <summary>Full tiles kept once verified, 8 KiB each.</summary>
    public const int CachedTiles = 64;

    private readonly ITileSource _source;
    private readonly Dictionary<int, Sha256Hash[]> _rightEdge = [];
    private readonly Dictionary<TileId, Sha256Hash[]> _verified = [];
    private readonly Queue<TileId> _oldestFirst = new();

    private VerifiedTree(ITileSource source, Checkpoint checkpoint) => (_source, Checkpoint) = (source, checkpoint);

    /// <summary>The tree head that everything is verified against.</summary>
    public Checkpoint Checkpoint { get; }

    private long Size => Checkpoint.Size;

    /// <summary>Reads the right edge of the tree and verifies it.</summary>
    /// <param name="source">Where the tiles are.</param>
    /// <param name="checkpoint">The tree head, from a note whose signatures were verified.</param>
    /// <param name="cancellationToken">Passed on to the source.</param>
    /// <exception cref="LedgerException">The tiles are malformed or not those of this tree.</exception>
    public static async ValueTask<VerifiedTree> OpenAsync(
        ITileSource source, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var tree = new VerifiedTree(source, checkpoint);
        foreach (var tile in TileLayout.RightEdge(checkpoint.Size))
        {
            tree._rightEdge[tile.Level] = await tree.ReadAsync(tile, cancellationToken).ConfigureAwait(false);
        }

        // The subtrees of this range are all on the right edge: nothing else is read before the edge is verified.
        var root = await tree.HashAsync(new LeafRange(0, checkpoint.Size), cancellationToken).ConfigureAwait(false);
        return root == checkpoint.Root
            ? tree
            : throw new LedgerVerificationException(
                $"The partial tiles of a tree of size {checkpoint.Size} have the root \"{root}\", "
                + $"and the checkpoint of {Quote.Of(checkpoint.Origin)} has \"{checkpoint.Root}\".");
    }

    /// <summary>Root of the first <paramref name="size"/> entries.</summary>
    public ValueTask<Sha256Hash> RootAsync(long size, CancellationToken cancellationToken)
    {
        Validate(size);
        return HashAsync(new LeafRange(0, size), cancellationToken);
    }

    /// <summary>Hash of the leaf at <paramref name="index"/>.</summary>
    public ValueTask<Sha256Hash> LeafAsync(long index, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return HashAsync(new LeafRange(index, index + 1), cancellationToken);
    }

    /// <summary>Proves that the entry at <paramref name="index"/> is among the first <paramref name="size"/>.</summary>
    public async ValueTask<InclusionProof> ProveInclusionAsync(
        long index, long size, CancellationToken cancellationToken)
    {
        Validate(size);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var ranges = LeafRange.ProvingInclusion(index, size);
        return new InclusionProof(index, size, await HashAsync(ranges, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Proves that the first <paramref name="to"/> entries begin with the first <paramref name="from"/>.
    /// </summary>
    public async ValueTask<ConsistencyProof> ProveConsistencyAsync(
        long from, long to, CancellationToken cancellationToken)
    {
        Validate(to);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var ranges = from == 0 ? [] : LeafRange.ProvingConsistency(from, to);
        return new ConsistencyProof(from, to, await HashAsync(ranges, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Reads the bundle at <paramref name="index"/> and verifies every entry in it. Walk through it with
    /// <see cref="EntryBundle.Read"/> and the width that <see cref="BundleAt"/> says.
    /// </summary>
    /// <exception cref="LedgerException">The bundle is malformed, or an entry is not the one in the tree.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadEntriesAsync(long index, CancellationToken cancellationToken)
    {
        var id = BundleAt(index);
        // A copy: what was verified cannot change afterwards in the hands of the source.
        var read = await _source.ReadEntriesAsync(id, cancellationToken).ConfigureAwait(false);
        ReadOnlyMemory<byte> bundle = EntryBundle.Take(read, id.Width).ToArray();
        var leaves = await TileAsync(0, index, cancellationToken).ConfigureAwait(false);
        var i = 0;
        foreach (var entry in EntryBundle.Read(bundle.Span, id.Width))
        {
            var leaf = TreeHash.Leaf(entry);
            if (leaf != leaves[i])
            {
                throw new LedgerVerificationException(
                    $"Entry {(index * TileId.FullWidth) + i} in \"{id}\" has the leaf hash \"{leaf}\", "
                    + $"and the tree has \"{leaves[i]}\".");
            }

            i++;
        }

        return bundle;
    }

    /// <summary>The entry bundle at <paramref name="index"/>, as wide as this tree has it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This tree has no such bundle.</exception>
    public EntryBundleId BundleAt(long index) => TileLayout.TileAt(Size, 0, index) is { } tile
        ? new EntryBundleId(index, tile.Width)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"A tree of size {Size} has no such bundle.");

    /// <summary>Grows this tree: its next tiles go to <paramref name="sink"/>.</summary>
    public TileWriter Continue(TileSink sink)
    {
        var peaks = new List<Sha256Hash>();
        for (var level = BitOperations.Log2((ulong)Size); level >= 0; level--)
        {
            if ((Size >> level & 1) == 1)
            {
                // On the right edge, so it is here.
                var first = ((Size >> level) - 1) << (level % TileLayout.LevelBits);
                var tile = _rightEdge[level / TileLayout.LevelBits];
                peaks.Add(Subtree(tile, first, level));
            }
        }

        return new TileWriter(sink, Size, CollectionsMarshal.AsSpan(peaks), tile => _rightEdge[tile.Level]);
    }

    private async ValueTask<IReadOnlyList<Sha256Hash>> HashAsync(
        List<LeafRange> ranges, CancellationToken cancellationToken)
    {
        var hashes = new Sha256Hash[ranges.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = await HashAsync(ranges[i], cancellationToken).ConfigureAwait(false);
        }

        return hashes;
    }

    /// <summary>Root over a range that begins where a perfect subtree at least as large as it begins.</summary>
    private async ValueTask<Sha256Hash> HashAsync(LeafRange range, CancellationToken cancellationToken)
    {
        Sha256Hash? hash = null;
        for (var rest = range.End - range.Begin; rest > 0; rest &= rest - 1)
        {
            var level = BitOperations.TrailingZeroCount(rest);
            var first = (range.Begin + (rest & (rest - 1))) >> (level - (level % TileLayout.LevelBits));
            var tile = await TileAsync(level / TileLayout.LevelBits, first / TileId.FullWidth, cancellationToken)
                .ConfigureAwait(false);
            var left = Subtree(tile, first, level);
            hash = hash is { } right ? TreeHash.Node(left, right) : left;
        }

        return hash ?? TreeHash.Empty;
    }

    private static Sha256Hash Subtree(Sha256Hash[] tile, long first, int level) =>
        TreeHash.Perfect(tile.AsSpan((int)(first % TileId.FullWidth), 1 << (level % TileLayout.LevelBits)));

    private async ValueTask<Sha256Hash[]> TileAsync(int level, long index, CancellationToken cancellationToken)
    {
        // Up to a tile that is verified already: the right edge is there at the latest.
        var unverified = new Stack<TileId>();
        Sha256Hash[]? tile;
        while (!TryGetVerified(level, index, out tile))
        {
            unverified.Push(new TileId(level, index));
            (level, index) = (level + 1, index / TileId.FullWidth);
        }

        // And down again, each tile verified by the one above it.
        foreach (var id in unverified)
        {
            var hashes = await ReadAsync(id, cancellationToken).ConfigureAwait(false);
            var (expected, found) = (tile[(int)(id.Index % TileId.FullWidth)], TreeHash.Perfect(hashes));
            if (found != expected)
            {
                throw new LedgerVerificationException(
                    $"The tile \"{id}\" has the hash \"{found}\", and the tree has \"{expected}\".");
            }

            Keep(id, hashes);
            tile = hashes;
        }

        return tile;
    }

    private bool TryGetVerified(int level, long index, [NotNullWhen(true)] out Sha256Hash[]? tile) =>
        TileLayout.TileAt(Size, level, index) is { IsPartial: true }
            ? _rightEdge.TryGetValue(level, out tile)
            : _verified.TryGetValue(new TileId(level, index), out tile);

    private void Keep(TileId id, Sha256Hash[] hashes)
    {
        if (_oldestFirst.Count == CachedTiles)
        {
            _verified.Remove(_oldestFirst.Dequeue());
        }

        _verified.Add(id, hashes);
        _oldestFirst.Enqueue(id);
    }

    private async ValueTask<Sha256Hash[]> ReadAsync(TileId id, CancellationToken cancellationToken)
    {
        var bytes = await _source.ReadTileAsync(id, cancellationToken).ConfigureAwait(false);
        var length = id.Width * Sha256Hash.Size;
        if (bytes.Length != length && bytes.Length != TileId.FullWidth * Sha256Hash.Size)
        {
            throw new LedgerFormatException(
                $"Cannot read the tile \"{id}\": it must have {length} bytes, found {bytes.Length}.");
        }

        // A copy: what is verified cannot change afterwards in the hands of the source.
        return MemoryMarshal.Cast<byte, Sha256Hash>(bytes.Span[..length]).ToArray();
    }

    private void Validate(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
    }
}
