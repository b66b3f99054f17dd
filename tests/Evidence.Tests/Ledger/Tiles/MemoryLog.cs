using System.Buffers;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Tiles;
using Evidence.Ledger.Tree;
using Evidence.Tests.Ledger.Tree;

namespace Evidence.Tests.Ledger.Tiles;

/// <summary>
/// A log in memory that keeps the rules of a locked store: a path is written once, and read only if it was written.
/// </summary>
internal sealed class MemoryLog : ITileSource
{
    private TileWriter _writer;

    public MemoryLog() => _writer = new TileWriter(Write);

    public Dictionary<string, byte[]> Objects { get; } = [];

    public int Reads { get; private set; }

    public Checkpoint Checkpoint => new("example.com/log", _writer.Size, _writer.Root());

    public static MemoryLog Of(int size)
    {
        var log = new MemoryLog();
        log.Grow(size);
        return log;
    }

    /// <summary>Appends entries of <see cref="NaiveTree"/> and returns the paths written.</summary>
    public List<string> Grow(int to)
    {
        var from = (int)_writer.Size;
        var before = Objects.Keys.ToHashSet();
        for (var i = from; i < to; i++)
        {
            _writer.Append(TreeHash.Leaf(NaiveTree.Entry(i)));
        }

        _writer.Flush();
        foreach (var bundle in TileLayout.BundleGrowth(from, to))
        {
            var bytes = new ArrayBufferWriter<byte>();
            for (var i = 0; i < bundle.Width; i++)
            {
                EntryBundle.Append(bytes, NaiveTree.Entry((int)(bundle.Index * TileId.FullWidth) + i));
            }

            Objects.Add(bundle.Path, bytes.WrittenSpan.ToArray());
        }

        return [.. Objects.Keys.Except(before)];
    }

    /// <summary>Forgets what the writer holds and goes on from what is stored.</summary>
    public async Task Restart() =>
        _writer = (await VerifiedTree.OpenAsync(this, Checkpoint, default)).Continue(Write);

    /// <summary>Deletes the partial tiles and bundles whose full ones exist, as the format allows.</summary>
    public void Tidy()
    {
        foreach (var path in Objects.Keys.Where(path => path.Contains(".p/", StringComparison.Ordinal)).ToList())
        {
            if (Objects.ContainsKey(path[..path.IndexOf(".p/", StringComparison.Ordinal)]))
            {
                Objects.Remove(path);
            }
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> ReadTileAsync(TileId tile, CancellationToken cancellationToken) =>
        Read(tile.Path);

    public ValueTask<ReadOnlyMemory<byte>> ReadEntriesAsync(
        EntryBundleId bundle, CancellationToken cancellationToken) => Read(bundle.Path);

    private ValueTask<ReadOnlyMemory<byte>> Read(string path)
    {
        Reads++;
        return new(Objects.TryGetValue(path, out var bytes) ? bytes : Objects[path.Split(".p/")[0]]);
    }

    private void Write(TileId tile, ReadOnlySpan<byte> hashes)
    {
        Assert.Equal(tile.Width * 32, hashes.Length);
        Objects.Add(tile.Path, hashes.ToArray());
    }
}
