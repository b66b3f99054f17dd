using Evidence.Ledger.Notes;
using Evidence.Ledger.Proofs;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Log;

/// <summary>What an append leaves in the vault, who completes what a crash left, and which locks there are.</summary>
public sealed class LedgerAppendTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();

    private EvidencePipeline Pipeline => _fixture.On(_store);

    public void Dispose()
    {
        _store.AssertNoViolation();
        _fixture.Dispose();
        _store.Dispose();
    }

    [Theory]
    [InlineData(StoreWrite.Tile)]
    [InlineData(StoreWrite.Bundle)]
    [InlineData(StoreWrite.Checkpoint)]
    public async Task What_a_crash_after_the_decision_left_is_completed_by_the_next_writer(StoreWrite write)
    {
        await AddAsync(3);
        _store.Plan(write, StoreFault.Failed, times: 1000);
        var lost = await Pipeline.AddAsync([PipelineFixture.Item("undecided")], progress: null, CancellationToken.None);
        _store.Plan(write, StoreFault.Failed, times: 0);

        Assert.Empty(lost.Receipts);
        Assert.Equal(3, (await PipelineFixture.VerifyAsync(Pipeline)).Count);
        var next = await Pipeline.AddAsync(PipelineFixture.Item("next"), CancellationToken.None);

        Assert.Equal(4, next.Record.Index);
        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);
        Assert.All(verdicts, v => Assert.True(v.Holds));
        Assert.Equal(5, verdicts.Count);
    }

    [Fact]
    public async Task Every_tile_and_bundle_of_every_checkpoint_is_there_as_the_format_lists_them()
    {
        long[] sizes = [3, 255, 256, 257, 700];
        foreach (var (from, to) in sizes.Prepend(0).Zip(sizes))
        {
            await AddAsync((int)(to - from));
        }

        var wanted = sizes.Prepend(0).Zip(sizes).SelectMany(s => Enumerable.Concat(
            TileLayout.Growth(s.First, s.Second).Select(VaultKeys.Tile),
            TileLayout.BundleGrowth(s.First, s.Second).Select(VaultKeys.Bundle)));
        var stored = _store.All(VaultKeys.Ledger + "tile/").Select(at => at.Key).ToHashSet();
        Assert.Superset(wanted.ToHashSet(), stored); // More only where a batch was split.
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task What_is_written_after_a_stronger_lock_is_locked_as_strongly()
    {
        var strong = await Pipeline.AddAsync(
            PipelineFixture.Item("strong") with { Retention = "regulated", Hold = true }, CancellationToken.None);
        await AddAsync(2);

        var batches = _store.All(VaultKeys.Batches);
        foreach (var at in _store.All(VaultKeys.Ledger).Except(batches))
        {
            var state = (await _store.HeadAsync(at, CancellationToken.None)).Lock;
            Assert.True(state.Covers(strong.Payload.Lock), $"{at}: {state}");
        }
    }

    [Fact]
    public async Task A_proof_of_a_record_verifies_from_its_file_alone()
    {
        await AddAsync(300);
        var receipt = await Pipeline.AddAsync(PipelineFixture.Item("proved"), CancellationToken.None);
        await AddAsync(10);
        var record = await Pipeline.FindAsync(receipt.Id.ToString(), CancellationToken.None);

        var file = (await Pipeline.ProveAsync(record, CancellationToken.None)).ToUtf8();

        var origin = EvidencePipeline.OriginOf(_store.Bucket);
        var trusted = new TrustFolder(_fixture.Trust).Load().Select(key => NoteKey.Of(origin, key)).ToList();
        var entry = await EntryAsync(receipt);
        Assert.Equal(311, TlogProof.Parse(file).Verify(entry, trusted).Size);
        Assert.Equal(300, TlogProof.Parse(file).Index);
        entry[^1] ^= 1;
        Assert.ThrowsAny<Evidence.Ledger.LedgerException>(() => TlogProof.Parse(file).Verify(entry, trusted));
    }

    [Fact]
    public async Task One_key_per_machine_and_one_trust_folder_make_one_log()
    {
        using var other = new PipelineFixture();
        await AddAsync(2);
        await LocalSigningKey.OpenOrCreateAsync(other.Keys, new TrustFolder(other.Trust), TimeProvider.System, default);
        foreach (var (from, to) in ((PipelineFixture, PipelineFixture)[])[(_fixture, other), (other, _fixture)])
        {
            foreach (var key in new TrustFolder(from.Trust).Load())
            {
                new TrustFolder(to.Trust).Add(key);
            }
        }

        var receipt = await other.On(_store).AddAsync(PipelineFixture.Item("from afar"), CancellationToken.None);
        await AddAsync(1);

        Assert.Equal(2, receipt.Record.Index);
        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);
        Assert.Equal(4, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.Holds));
    }

    private async Task AddAsync(int count)
    {
        var items = Enumerable.Range(0, count).Select(i => PipelineFixture.Item($"item {_store.Puts}/{i}"));
        Assert.True((await Pipeline.AddAsync([.. items], progress: null, CancellationToken.None)).IsComplete);
    }

    private async Task<byte[]> EntryAsync(EvidenceReceipt receipt)
    {
        var id = new EntryBundleId(receipt.Record.Index / 256, (int)(receipt.Record.Index % 256) + 1);
        Assert.Equal(VaultKeys.Bundle(id), receipt.Record.Bundle.Key);
        await using var content = await _store.OpenAsync(receipt.Record.Bundle, CancellationToken.None);
        var bytes = new byte[content.Version.Size];
        await content.Body.ReadExactlyAsync(bytes);
        var last = Array.Empty<byte>();
        foreach (var entry in EntryBundle.Read(bytes, id.Width))
        {
            last = entry.ToArray();
        }

        return last;
    }
}
