using System.Text;
using Evidence.Ledger;
using Evidence.Pipeline;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Custody;

/// <summary>What an observation sees, records, and finds against the one before.</summary>
public sealed class ObservationTests : IAsyncLifetime, IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();
    private IReadOnlyList<EvidenceReceipt> _receipts = [];

    private EvidencePipeline Pipeline => _fixture.On(_store);

    private EvidenceReceipt Victim => _receipts[1];

    public async Task InitializeAsync() => _receipts = (await Pipeline.AddAsync(
        [.. Enumerable.Range(0, 5).Select(i => PipelineFixture.Item($"item {i}") with { Hold = i == 1 })],
        progress: null,
        CancellationToken.None)).Receipts;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.AssertNoViolation();
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task Every_version_is_seen_with_lock_and_digest_and_the_record_says_so()
    {
        var there = _store.All("payload/").Concat(_store.All("ledger/")).ToHashSet();

        var result = await ObserveAsync();

        Assert.Empty(result.Findings);
        Assert.Null(result.Observation.Previous);
        Assert.Equal(there.Count, result.Observation.Versions);
        Assert.Equal(result.Observation.Bytes, result.Observation.BytesRead);
        var seen = await LinesAsync(result);
        Assert.Equal(there, seen.Select(v => v.ToLocation()).ToHashSet());
        Assert.All(seen, v => Assert.True(v.ToLock().Covers(Victim.Payload.Lock with { Hold = false })));
        Assert.All(seen, v => Assert.NotNull(v.Sha256));
        Assert.Equal(Victim.Digest.ToString(), seen.Single(v => v.ToLocation() == Victim.Payload.At).Sha256);
        var record = await Pipeline.FindAsync(result.Receipt?.Id.ToString() ?? "", CancellationToken.None);
        Assert.Equal(result.Observation.Versions, CustodyObservation.In(record)?.Versions);
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task An_untouched_vault_that_grew_is_no_finding()
    {
        var first = await ObserveAsync();
        await Pipeline.AddAsync(PipelineFixture.Item("later"), CancellationToken.None);
        _store.Relock(
            Victim.Payload.At, Victim.Payload.Lock with { RetainUntil = Victim.Payload.Lock.RetainUntil.AddYears(1) });

        var second = await ObserveAsync();

        Assert.Empty(second.Findings);
        Assert.Equal(first.Receipt?.Record.Index, second.Observation.Previous);
        Assert.True(second.Observation.Versions > first.Observation.Versions);
    }

    [Fact]
    public Task A_date_that_came_closer_is_found_with_both_values() => FoundAsync(
        FindingCode.RetentionShortened,
        () => _store.Relock(
            Victim.Payload.At,
            Victim.Payload.Lock with { RetainUntil = Victim.Payload.Lock.RetainUntil.AddSeconds(-1) }),
        "23:59:59Z");

    [Fact]
    public Task A_mode_that_softened_is_found() => FoundAsync(
        FindingCode.LockWeaker,
        () => _store.Relock(Victim.Payload.At, Victim.Payload.Lock with { Mode = LockMode.Governance }),
        "GOVERNANCE");

    [Fact]
    public Task A_hold_that_vanished_is_found_with_the_entry_that_put_it_on() => FoundAsync(
        FindingCode.HoldMissing,
        () => _store.Relock(Victim.Payload.At, Victim.Payload.Lock with { Hold = false }),
        $"nobody released the hold of entry {Victim.Record.Index}");

    [Fact]
    public Task A_payload_that_vanished_is_found() => FoundAsync(
        FindingCode.ObjectVanished, () => _store.Lose(_receipts[2].Payload.At), "no disposition");

    [Fact]
    public Task Bytes_that_changed_are_found() => FoundAsync(
        FindingCode.PayloadAltered,
        () => _store.Corrupt(_receipts[0].Payload.At, bytes => [(byte)(bytes[0] ^ 1), .. bytes[1..]]),
        _receipts[0].Digest.ToString());

    [Fact]
    public Task A_newer_version_is_found_and_the_original_is_still_served() => FoundAsync(
        FindingCode.ForeignVersion, () => _store.Intrude(Victim.Payload.At.Key, "forged"u8.ToArray()), "still served");

    [Fact]
    public Task A_delete_marker_is_found_and_the_original_is_still_served() => FoundAsync(
        FindingCode.DeleteMarker, () => _store.Intrude(Victim.Payload.At.Key, bytes: null), "still served");

    [Fact]
    public Task A_newer_version_of_a_tile_is_found() => FoundAsync(
        FindingCode.ForeignVersion,
        () => _store.Intrude(Victim.Record.Bundle.Key, "forged"u8.ToArray()),
        "still served");

    [Fact]
    public async Task The_same_bytes_once_more_are_no_finding()
    {
        await ObserveAsync();
        _store.Intrude(Victim.Payload.At.Key, Encoding.UTF8.GetBytes("item 1: content"));

        Assert.Empty((await ObserveAsync()).Findings);
    }

    [Fact]
    public async Task A_payload_that_a_record_speaks_of_and_no_lock_is_on_is_found_at_first_sight()
    {
        _store.Relock(_receipts[3].Payload.At, LockState.None);

        var finding = Assert.Single((await ObserveAsync()).Findings);

        Assert.Equal(FindingCode.LockWeaker, finding.Finding);
        Assert.Equal(_receipts[3].Payload.At.Key, finding.Key);
    }

    [Fact]
    public async Task An_upload_that_is_not_locked_yet_is_no_finding_as_long_as_no_record_speaks_of_it()
    {
        _store.Intrude(VaultKeys.Payload(Sha256Hash.Of("x"u8)), "x"u8.ToArray());

        Assert.Empty((await ObserveAsync()).Findings);
    }

    [Fact]
    public async Task An_observation_that_was_altered_is_not_compared_with_and_that_is_a_finding()
    {
        var first = await ObserveAsync();
        var at = first.Receipt?.Payload.At ?? throw new InvalidOperationException("It was not recorded.");
        _store.Corrupt(at, bytes => [.. bytes[..^1], (byte)' ']);

        var findings = (await ObserveAsync()).Findings;

        Assert.Contains(findings, f => f.Finding == FindingCode.ObservationUnreadable);
        Assert.Contains(findings, f => f.Finding == FindingCode.PayloadAltered && f.Key == at.Key);
    }

    [Fact]
    public async Task Without_digests_only_what_stands_on_a_key_with_others_is_read()
    {
        _store.Intrude(Victim.Payload.At.Key, "forged"u8.ToArray());
        _store.Corrupt(_receipts[0].Payload.At, bytes => [(byte)(bytes[0] ^ 1), .. bytes[1..]]);

        var result = await ObserveAsync(digestPercent: 0);

        Assert.Equal([FindingCode.ForeignVersion], result.Findings.Select(f => f.Finding));
        Assert.Equal(2, (await LinesAsync(result)).Count(v => v.Sha256 is not null));
    }

    [Fact]
    public async Task What_is_found_is_in_the_record_and_in_its_payload()
    {
        await ObserveAsync();
        _store.Lose(_receipts[2].Payload.At);

        var result = await ObserveAsync();

        var record = await Pipeline.FindAsync(result.Receipt?.Id.ToString() ?? "", CancellationToken.None);
        var stated = CustodyObservation.In(record) ?? throw new InvalidOperationException("It states nothing.");
        Assert.Equal(1, stated.FindingCount);
        Assert.Equal(result.Findings, stated.Findings);
        var payload = await ReadAsync(record.Predicate.Payload.ToLocation());
        Assert.Contains("{\"finding\":\"object-vanished\"", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_with_nothing_in_it_is_not_observed()
    {
        using var empty = new StrictMemoryStore();

        var error = await Assert.ThrowsAsync<EvidenceException>(() => _fixture.On(empty).Custody.ObserveAsync(
            100, by: null, progress: null, CancellationToken.None));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
    }

    private async Task FoundAsync(FindingCode code, Action attack, string words)
    {
        Assert.Empty((await ObserveAsync()).Findings);
        attack();

        var result = await ObserveAsync();

        var finding = Assert.Single(result.Findings);
        Assert.Equal(code, finding.Finding);
        Assert.Contains(words, finding.Reason, StringComparison.Ordinal);
        Assert.NotNull(result.Receipt);
    }

    private Task<ObservationResult> ObserveAsync(int digestPercent = 100) =>
        Pipeline.Custody.ObserveAsync(digestPercent, by: null, progress: null, CancellationToken.None);

    private async Task<List<ObservedVersion>> LinesAsync(ObservationResult result)
    {
        var at = result.Receipt?.Payload.At ?? throw new InvalidOperationException("It was not recorded.");
        await using var content = await _store.OpenAsync(at, CancellationToken.None);
        var versions = new List<ObservedVersion>();
        await foreach (var version in ObservationLines.ReadVersionsAsync(content.Body, CancellationToken.None))
        {
            versions.Add(version);
        }

        return versions;
    }

    private async Task<string> ReadAsync(VaultLocation at)
    {
        await using var content = await _store.OpenAsync(at, CancellationToken.None);
        using var reader = new StreamReader(content.Body);
        return await reader.ReadToEndAsync();
    }
}
