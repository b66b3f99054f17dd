using Evidence.Ledger;
using Evidence.Ledger.Tiles;
using Evidence.Tests.Ledger.Tree;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Ledger.Tiles;

public sealed class VerifiedTreeTests
{
    // Two levels of full tiles and a bit: 65,536 entries fill the first tile of level 1.
    private const int LargeSize = 66_000;

    private static readonly Sha256Hash[] Leaves = NaiveTree.Leaves(LargeSize);
    private static readonly Lazy<MemoryLog> Large = new(() => MemoryLog.Of(LargeSize));

    [Fact]
    public async Task Growing_writes_exactly_the_tiles_of_the_layout_and_survives_restarts()
    {
        var log = new MemoryLog();
        foreach (var (from, to) in new[] { (0, 1), (1, 2), (2, 255), (255, 256), (256, 256), (256, 257), (257, 1000) })
        {
            var written = log.Grow(to);
            IEnumerable<string> expected =
            [
                .. TileLayout.Growth(from, to).Select(tile => tile.Path),
                .. TileLayout.BundleGrowth(from, to).Select(bundle => bundle.Path),
            ];
            Assert.Equal(expected.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
            Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, to)), log.Checkpoint.Root);
            await log.Restart();
        }

        await log.Restart();
        Assert.Equal(MemoryLog.Of(1000).Checkpoint, log.Checkpoint);
    }

    [Fact]
    public void Random_growth_gives_the_tree_that_grew_at_once() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var log = new MemoryLog();
            for (var i = 0; i < 10; i++)
            {
                log.Grow((int)log.Checkpoint.Size + random.Next(300));
                log.Restart().GetAwaiter().GetResult();
            }

            var size = (int)log.Checkpoint.Size;
            var once = MemoryLog.Of(size);
            log.Tidy();
            return log.Checkpoint.Root == NaiveTree.Root(Leaves.AsSpan(0, size))
                && once.Objects.All(o => log.Objects[o.Key].AsSpan().SequenceEqual(o.Value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public async Task Every_proof_of_every_small_tree_is_the_naive_one()
    {
        foreach (var size in Enumerable.Range(0, 40).Concat([255, 256, 257, 300, 513]))
        {
            var tree = await VerifiedTree.OpenAsync(MemoryLog.Of(size), MemoryLog.Of(size).Checkpoint, default);
            for (var i = 0; i < size; i += 1 + (size / 64))
            {
                var inclusion = await tree.ProveInclusionAsync(i, size, default);
                Assert.Equal(NaiveTree.Path(i, Leaves.AsSpan(0, size)), inclusion.Path);
                Assert.Equal(Leaves[i], await tree.LeafAsync(i, default));
                var consistency = await tree.ProveConsistencyAsync(i + 1, size, default);
                Assert.Equal(NaiveTree.Proof(i + 1, Leaves.AsSpan(0, size)), consistency.Path);
                Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, i)), await tree.RootAsync(i, default));
            }

            Assert.Empty((await tree.ProveConsistencyAsync(0, size, default)).Path);
        }
    }

    [Fact]
    public async Task Random_proofs_within_a_large_tree_verify_at_every_older_size()
    {
        var tree = await VerifiedTree.OpenAsync(Large.Value, Large.Value.Checkpoint, default);
        var random = new Random(9162);
        for (var i = 0; i < 300; i++)
        {
            var size = random.Next(1, LargeSize + 1);
            var index = random.Next(size);
            var from = random.Next(size + 1);
            var root = await tree.RootAsync(size, default);
            var inclusion = await tree.ProveInclusionAsync(index, size, default);
            var consistency = await tree.ProveConsistencyAsync(from, size, default);

            Assert.True(inclusion.Verify(Leaves[index], root));
            Assert.True(consistency.Verify(await tree.RootAsync(from, default), root));
            if (i % 50 == 0)
            {
                Assert.Equal(NaiveTree.Root(Leaves.AsSpan(0, size)), root);
            }
        }
    }

    [Fact]
    public async Task A_proof_reads_no_more_than_a_tile_per_level()
    {
        var log = MemoryLog.Of(LargeSize);
        var tree = await VerifiedTree.OpenAsync(log, log.Checkpoint, default);
        var edge = log.Reads;

        await tree.ProveInclusionAsync(12_345, LargeSize, default);

        Assert.Equal(3, edge);
        Assert.Equal(2, log.Reads - edge);
    }

    [Fact]
    public async Task Every_flipped_bit_of_every_tile_is_found_before_it_is_believed()
    {
        var log = MemoryLog.Of(1000);
        log.Tidy();
        var random = new Random(6962);
        foreach (var path in log.Objects.Keys)
        {
            var honest = log.Objects[path];
            for (var i = 0; i < 20; i++)
            {
                var forged = (byte[])honest.Clone();
                forged[random.Next(forged.Length)] ^= (byte)(1 << random.Next(8));
                log.Objects[path] = forged;
                await Assert.ThrowsAnyAsync<LedgerException>(() => ReadAll(log));
            }

            log.Objects[path] = honest[..^1];
            await Assert.ThrowsAsync<LedgerFormatException>(() => ReadAll(log));
            log.Objects[path] = honest;
        }

        await ReadAll(log);
    }

    [Fact]
    public async Task A_forged_full_tile_is_named()
    {
        var log = MemoryLog.Of(1000);
        log.Objects["tile/0/001"][5] ^= 1;
        var tree = await VerifiedTree.OpenAsync(log, log.Checkpoint, default);

        var e = await Assert.ThrowsAsync<LedgerVerificationException>(
            async () => await tree.ProveInclusionAsync(300, 1000, default));

        Assert.Contains("\"tile/0/001\"", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        var log = MemoryLog.Of(1000);
        log.Objects["tile/entries/001"][2] ^= 1;
        var tree = await VerifiedTree.OpenAsync(log, log.Checkpoint, default);

        var e = await Assert.ThrowsAsync<LedgerVerificationException>(
            async () => await tree.ReadEntriesAsync(1, default));

        Assert.Contains("Entry 256 in \"tile/entries/001\"", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_another_tree_is_refused_at_once()
    {
        var log = MemoryLog.Of(1000);

        await Assert.ThrowsAsync<LedgerVerificationException>(async () => await VerifiedTree.OpenAsync(
            log, log.Checkpoint with { Root = MemoryLog.Of(999).Checkpoint.Root }, default));
    }

    [Fact]
    public async Task An_older_checkpoint_is_readable_after_its_partial_tiles_are_gone()
    {
        var log = MemoryLog.Of(300);
        var older = log.Checkpoint;
        log.Grow(1000);
        log.Tidy();
        var tree = await VerifiedTree.OpenAsync(log, older, default);

        var bundle = await tree.ReadEntriesAsync(1, default);

        Assert.Equal(44, tree.BundleAt(1).Width);
        Assert.Equal(44, Count(bundle, 44));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await tree.ReadEntriesAsync(2, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await tree.LeafAsync(300, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await tree.RootAsync(301, default));
    }

    private static async Task ReadAll(MemoryLog log)
    {
        var tree = await VerifiedTree.OpenAsync(log, log.Checkpoint, default);
        for (var bundle = 0; bundle * TileId.FullWidth < log.Checkpoint.Size; bundle++)
        {
            await tree.ReadEntriesAsync(bundle, default);
        }
    }

    private static int Count(ReadOnlyMemory<byte> bundle, int width)
    {
        var count = 0;
        foreach (var entry in EntryBundle.Read(bundle.Span, width))
        {
            count += entry.IsEmpty ? 0 : 1;
        }

        return count;
    }
}
