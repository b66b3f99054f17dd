using System.Text;
using Evidence.Ledger.Keys;
using Evidence.Pipeline;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Verification;

/// <summary>Each way to touch what is stored, and what verification says about it.</summary>
public sealed class TamperingTests : IAsyncLifetime, IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();
    private IReadOnlyList<EvidenceReceipt> _receipts = [];

    private EvidencePipeline Pipeline => _fixture.On(_store);

    private EvidenceReceipt Victim => _receipts[1];

    public async Task InitializeAsync() => _receipts = (await Pipeline.AddAsync(
        [.. Enumerable.Range(0, 3).Select(i => PipelineFixture.Item($"item {i}") with { Hold = true })],
        progress: null,
        CancellationToken.None)).Receipts;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task Nothing_touched_is_nothing_found() =>
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));

    [Fact]
    public async Task A_flipped_bit_of_a_payload_is_found()
    {
        _store.Corrupt(Victim.Payload.At, bytes => [(byte)(bytes[0] ^ 1), .. bytes[1..]]);

        var reason = await OnlyFindingAsync(FindingCode.PayloadAltered);

        Assert.Contains(Victim.Digest.ToString(), reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_that_is_gone_is_found()
    {
        _store.Lose(Victim.Payload.At);

        await OnlyFindingAsync(FindingCode.PayloadMissing);
    }

    [Fact]
    public async Task A_date_that_was_shortened_is_found_with_both_values()
    {
        var shortened = Victim.Payload.Lock with { RetainUntil = Victim.Payload.Lock.RetainUntil.AddSeconds(-1) };
        _store.Relock(Victim.Payload.At, shortened);

        var reason = await OnlyFindingAsync(FindingCode.LockWeaker);

        Assert.Contains(Victim.Payload.Lock.ToString(), reason, StringComparison.Ordinal);
        Assert.Contains(shortened.ToString(), reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_that_was_softened_is_found()
    {
        _store.Relock(Victim.Payload.At, Victim.Payload.Lock with { Mode = LockMode.Governance });

        await OnlyFindingAsync(FindingCode.LockWeaker);
    }

    [Fact]
    public async Task A_hold_that_was_lifted_is_found()
    {
        _store.Relock(Victim.Payload.At, Victim.Payload.Lock with { Hold = false });

        await OnlyFindingAsync(FindingCode.HoldMissing);
    }

    [Fact]
    public async Task A_longer_lock_is_no_finding()
    {
        var longer = Victim.Payload.Lock with { RetainUntil = Victim.Payload.Lock.RetainUntil.AddYears(1) };
        _store.Relock(Victim.Payload.At, longer);

        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task Other_bytes_put_over_a_payload_are_found_and_the_original_is_still_served()
    {
        _store.Intrude(Victim.Payload.At.Key, Encoding.UTF8.GetBytes("item 1: innocent"));

        Assert.Contains("still served", await OnlyFindingAsync(FindingCode.ForeignVersion), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delete_marker_over_a_payload_is_found_and_the_original_is_still_served()
    {
        _store.Intrude(Victim.Payload.At.Key, bytes: null);

        Assert.Contains("still served", await OnlyFindingAsync(FindingCode.DeleteMarker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_once_more_are_no_finding()
    {
        _store.Intrude(Victim.Payload.At.Key, Encoding.UTF8.GetBytes("item 1: content"));

        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task A_forged_newer_batch_is_found_and_the_records_are_still_read()
    {
        _store.Intrude(Victim.Record.Bundle.Key, Encoding.UTF8.GetBytes("{}\n"));

        await OnlyFindingAboutRecordsAsync(FindingCode.ForeignVersion, recordsLeft: 3);
    }

    [Fact]
    public async Task A_batch_under_a_delete_marker_is_found_and_the_records_are_still_read()
    {
        _store.Intrude(Victim.Record.Bundle.Key, bytes: null);

        await OnlyFindingAboutRecordsAsync(FindingCode.DeleteMarker, recordsLeft: 3);
    }

    [Fact]
    public async Task A_batch_that_was_altered_is_found()
    {
        _store.Corrupt(Victim.Record.Bundle, bytes => bytes[..^100]);

        await OnlyFindingAboutRecordsAsync(FindingCode.RecordsAltered, recordsLeft: 0);
    }

    [Fact]
    public async Task A_batch_whose_lock_was_weakened_is_found()
    {
        _store.Relock(Victim.Record.Bundle, LockState.None with { Hold = true });

        await OnlyFindingAboutRecordsAsync(FindingCode.LockWeaker, recordsLeft: 3);
    }

    [Fact]
    public async Task Something_that_is_no_batch_among_the_records_is_found()
    {
        _store.Intrude("ledger/checkpoint/readme\u001b[2J.txt", Encoding.UTF8.GetBytes("hello"));

        var reason = await OnlyFindingAboutRecordsAsync(FindingCode.ForeignObject, recordsLeft: 3);
        Assert.DoesNotContain('\u001b', reason);
    }

    [Fact]
    public async Task A_record_signed_by_a_key_that_the_reader_does_not_trust_is_found()
    {
        using var stranger = P256KeyPair.Generate();
        await AppendAsync(stranger, "forged");

        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);

        var finding = Assert.Single(verdicts.SelectMany(v => v.Findings));
        Assert.Equal(FindingCode.SignatureNotTrusted, finding.Code);
        Assert.Equal("forged", verdicts.Single(v => !v.Holds).Record?.Subject.Name);
    }

    [Fact]
    public async Task Without_a_trusted_key_nothing_is_verified()
    {
        Directory.Delete(_fixture.Trust, recursive: true);

        var error = await Assert.ThrowsAsync<EvidenceException>(() => PipelineFixture.VerifyAsync(Pipeline));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains(_fixture.Trust, error.Message, StringComparison.Ordinal);
        Assert.Throws<EvidenceException>(() => new TrustFolder(_fixture.Trust).Load());
    }

    [Fact]
    public async Task Only_the_records_that_are_named_are_verified()
    {
        _store.Lose(_receipts[0].Payload.At);

        var verdict = Assert.Single(await PipelineFixture.VerifyAsync(Pipeline, Victim.Id.ToString()[..12]));

        Assert.True(verdict.Holds);
        Assert.Equal(Victim.Id, verdict.Record?.Id);
    }

    /// <summary>
    /// Appends a record that <paramref name="signer"/> signed under a checkpoint of the log's own key.
    /// </summary>
    private async Task AppendAsync(ISigner signer, string name)
    {
        var genuine = await Pipeline.FindAsync(Victim.Id.ToString(), CancellationToken.None);
        var record = await SignedRecord.SignAsync(
            genuine.Subject with { Name = name }, genuine.Predicate, signer, CancellationToken.None);
        using var own = await LocalSigningKey.OpenOrCreateAsync(
            _fixture.Keys, new TrustFolder(_fixture.Trust), TimeProvider.System, CancellationToken.None);
        await Pipeline.Appender(own).AppendAsync([record], CancellationToken.None);
    }

    private async Task<string> OnlyFindingAsync(FindingCode code)
    {
        var verdict = Assert.Single(await PipelineFixture.VerifyAsync(Pipeline), v => !v.Holds);
        Assert.Equal(Victim.Id, verdict.Record?.Id);
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal(code, finding.Code);
        return finding.Reason;
    }

    private async Task<string> OnlyFindingAboutRecordsAsync(FindingCode code, int recordsLeft)
    {
        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);
        var verdict = Assert.Single(verdicts, v => !v.Holds);
        Assert.Null(verdict.Record);
        Assert.Equal(recordsLeft, verdicts.Count(v => v.Holds));
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal(code, finding.Code);
        return finding.Reason;
    }
}
