using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Log;

/// <summary>
/// Each way to touch the ledger, what a reader is told, and that nobody appends to what is not right.
/// </summary>
public sealed class LedgerTamperingTests : IAsyncLifetime, IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();
    private IReadOnlyList<EvidenceReceipt> _receipts = [];

    private EvidencePipeline Pipeline => _fixture.On(_store);

    // Three appends: of one record, of 299 and of 20, so that there is a full tile, and a partial one twice.
    public async Task InitializeAsync()
    {
        var receipts = new List<EvidenceReceipt>();
        foreach (var count in (int[])[1, 299, 20])
        {
            var items = Enumerable.Range(receipts.Count, count).Select(i => PipelineFixture.Item($"item {i}"));
            receipts.AddRange((await Pipeline.AddAsync([.. items], progress: null, CancellationToken.None)).Receipts);
        }

        _receipts = receipts;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task Nothing_touched_is_nothing_found()
    {
        Assert.Empty(await FindingsAsync());
        Assert.Equal(Enumerable.Range(0, 320), _receipts.Select(r => (int)r.Record.Index).Order());
        _store.AssertNoViolation();
    }

    [Fact]
    public async Task An_altered_tile_is_found_and_the_entries_it_does_not_concern_are_still_read()
    {
        Corrupt(VaultKeys.Tile(new TileId(0, 0)));

        var finding = Assert.Single(await FindingsAsync(recordsLeft: 64));
        Assert.Equal(FindingCode.RecordsAltered, finding.Code);
        Assert.Contains("Entries 0 to 255 cannot be verified", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("tile/0/000", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_tile_is_found()
    {
        _store.Lose(Only(VaultKeys.Tile(new TileId(0, 0))));

        var finding = Assert.Single(await FindingsAsync(recordsLeft: 64));
        Assert.Contains("\"ledger/tile/0/000\" is not in", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_tile_of_the_right_edge_is_found_and_nobody_appends_to_it()
    {
        Corrupt(VaultKeys.Tile(new TileId(0, 1, 64)));

        var finding = Assert.Single(await FindingsAsync(recordsLeft: 0));
        Assert.Equal(FindingCode.RecordsAltered, finding.Code);
        await AppendIsRefusedAsync("does not have the root of its checkpoint of 320 entries");
    }

    [Fact]
    public async Task An_altered_bundle_is_found()
    {
        Corrupt(VaultKeys.Bundle(new EntryBundleId(1, 64)));

        var finding = Assert.Single(await FindingsAsync(recordsLeft: 256));
        Assert.Equal(FindingCode.RecordsAltered, finding.Code);
    }

    [Fact]
    public async Task A_log_that_was_truncated_is_found_and_nobody_appends_to_it()
    {
        _store.Lose(Only(VaultKeys.Checkpoint(300)));
        _store.Lose(Only(VaultKeys.Checkpoint(320)));

        var finding = Assert.Single(await FindingsAsync(recordsLeft: 1));
        Assert.Equal(FindingCode.LedgerTruncated, finding.Code);
        Assert.Contains("extends 300 entries", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("has 1: entries were cut off", finding.Reason, StringComparison.Ordinal);
        await AppendIsRefusedAsync("no trusted checkpoint of that size");
    }

    [Fact]
    public async Task A_head_that_was_rolled_back_is_found_with_both_values_and_nobody_appends_to_it()
    {
        _store.Heads.Replace(300, null);

        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal(FindingCode.LedgerRolledBack, finding.Code);
        Assert.Contains("it is at 300 entries with the root", finding.Reason, StringComparison.Ordinal);
        Assert.Contains("a locked checkpoint has 320 entries", finding.Reason, StringComparison.Ordinal);
        await AppendIsRefusedAsync("was rolled back: it is at 300");
    }

    [Fact]
    public async Task A_head_that_is_gone_is_found_and_the_log_is_not_begun_anew()
    {
        _store.Heads.Replace(0, null);
        _store.Heads.Replace(1, null);
        _store.Heads.Replace(300, null);

        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal(FindingCode.LedgerRolledBack, finding.Code);
        await AppendIsRefusedAsync("was rolled back: it is gone");
    }

    [Fact]
    public async Task A_head_that_somebody_else_signed_is_found_and_nobody_appends_to_it()
    {
        var head = await HeadAsync();
        using var stranger = P256KeyPair.Generate();
        await ReplaceHeadAsync(head, head.Checkpoint, stranger);

        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal(FindingCode.HeadReplaced, finding.Code);
        await AppendIsRefusedAsync("not one that this reader believes");
    }

    [Fact]
    public async Task A_head_of_another_history_is_a_fork_and_nobody_appends_to_it()
    {
        var head = await HeadAsync();
        using var own = await KeyAsync();
        await ReplaceHeadAsync(head, head.Checkpoint with { Root = Sha256Hash.Of("other"u8) }, own);

        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal(FindingCode.LedgerForked, finding.Code);
        Assert.Contains(head.Checkpoint.Root.ToString(), finding.Reason, StringComparison.Ordinal);
        Assert.Contains(Sha256Hash.Of("other"u8).ToString(), finding.Reason, StringComparison.Ordinal);
        await AppendIsRefusedAsync("The ledger is forked: at 320 entries");
    }

    [Fact]
    public async Task A_head_that_promises_what_its_batch_does_not_hold_is_not_completed()
    {
        var head = await HeadAsync();
        using var own = await KeyAsync();
        var lie = new Checkpoint(head.Checkpoint.Origin, 340, Sha256Hash.Of("other"u8));
        var note = await lie.SignAsync(own, CancellationToken.None);
        _store.Heads.Replace(320, LedgerHead.Of(note, 320, head.Batch, head.Lock));

        await AppendIsRefusedAsync("says 340 entries with the root");
    }

    [Fact]
    public async Task A_published_checkpoint_of_another_history_is_a_fork()
    {
        using var own = await KeyAsync();
        var other = new Checkpoint(EvidencePipeline.OriginOf(_store.Bucket), 300, Sha256Hash.Of("other"u8));
        _store.Intrude(VaultKeys.Checkpoint(300), (await other.SignAsync(own, CancellationToken.None)).ToUtf8());

        Assert.Equal(FindingCode.LedgerForked, Assert.Single(await FindingsAsync()).Code);
    }

    [Fact]
    public async Task What_was_put_on_a_tile_before_or_after_it_is_passed_over_and_reported()
    {
        _store.Intrude(VaultKeys.Tile(new TileId(0, 0)), new byte[8192]);
        _store.Intrude(VaultKeys.Tile(new TileId(0, 1, 65)), new byte[65 * 32]);
        _store.Intrude(VaultKeys.Bundle(new EntryBundleId(1, 65)), "forged in advance"u8.ToArray());

        await Pipeline.AddAsync(PipelineFixture.Item("one more"), CancellationToken.None);

        var findings = await FindingsAsync(recordsLeft: 321);
        Assert.Equal(3, findings.Count);
        Assert.All(findings, f => Assert.Equal(FindingCode.ForeignVersion, f.Code));
    }

    [Fact]
    public async Task A_checkpoint_under_a_delete_marker_is_found_and_still_served()
    {
        _store.Intrude(VaultKeys.Checkpoint(320), bytes: null);

        Assert.Equal(FindingCode.DeleteMarker, Assert.Single(await FindingsAsync()).Code);
        await Pipeline.AddAsync(PipelineFixture.Item("one more"), CancellationToken.None);
    }

    [Fact]
    public async Task A_tile_or_checkpoint_whose_lock_was_weakened_is_found()
    {
        _store.Relock(Only(VaultKeys.Tile(new TileId(0, 0))), LockState.None);
        _store.Relock(Only(VaultKeys.Checkpoint(320)), LockState.None);

        var findings = await FindingsAsync();
        Assert.Equal(2, findings.Count);
        Assert.All(findings, f => Assert.Equal(FindingCode.LockWeaker, f.Code));
    }

    private async Task<List<Finding>> FindingsAsync(int recordsLeft = 320)
    {
        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);
        Assert.Equal(recordsLeft, verdicts.Count(v => v.Holds));
        return [.. verdicts.SelectMany(v => v.Findings)];
    }

    private async Task AppendIsRefusedAsync(string sentence)
    {
        var puts = _store.Puts;
        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => Pipeline.AddAsync(PipelineFixture.Item("late"), CancellationToken.None));
        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.Equal(puts, _store.Puts);
    }

    private async Task ReplaceHeadAsync(LedgerHead head, Checkpoint checkpoint, ISigner signer)
    {
        var note = await checkpoint.SignAsync(signer, CancellationToken.None);
        _store.Heads.Replace(head.Previous, LedgerHead.Of(note, head.Previous, head.Batch, head.Lock));
    }

    private async Task<LedgerHead> HeadAsync() =>
        await _store.Heads.ReadAsync(CancellationToken.None) ?? throw new InvalidOperationException("No head.");

    private Task<P256KeyPair> KeyAsync() => LocalSigningKey.OpenOrCreateAsync(
        _fixture.Keys, new TrustFolder(_fixture.Trust), TimeProvider.System, CancellationToken.None);

    private void Corrupt(string key) => _store.Corrupt(Only(key), bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

    private VaultLocation Only(string key) => Assert.Single(_store.All(key), at => at.Key == key);
}
