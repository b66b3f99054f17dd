using Evidence.Pipeline;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Gates.Waivers;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Gates;

/// <summary>Gates on a store: what is read, recorded and refused.</summary>
public sealed class GateKeeperTests : IDisposable
{
    private static readonly GateRules _rules = TestRules.Of(
        "{id: doc, kind: document, control: SOC2-CC7.1, withinDays: 7, waiver: short}",
        "{id: sbom, kind: sbom, withinDays: 7}");

    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();

    private EvidencePipeline Pipeline => _fixture.On(_store);

    private GateKeeper Gates => Pipeline.Gates(_rules);

    public void Dispose()
    {
        _store.AssertNoViolation();
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_decision_is_recorded_with_its_rules_and_is_replayed_from_the_ledger_alone()
    {
        await Pipeline.AddAsync(PipelineFixture.Item("a"), CancellationToken.None);

        var first = await Gates.DecideAsync("g", at: null, by: null, CancellationToken.None);
        var second = await Gates.DecideAsync("g", at: null, by: null, CancellationToken.None);

        Assert.False(first.Decision.Passed);
        Assert.Equal(["sbom"], first.Decision.Missing.Select(m => m.Id));
        Assert.Equal(1, first.Decision.Ledger.Size);
        Assert.Equal(4, second.Decision.Ledger.Size); // The rules were recorded once.
        var record = await Pipeline.FindAsync(first.Receipt.Id.ToString(), CancellationToken.None);
        Assert.Equal(first.Decision.Ledger.Root, DecisionFact.In(record)?.LedgerRoot);
        Assert.Equal(RecordOutcome.Failed, record.Predicate.Outcome);
        var entries = await EntriesAsync();
        foreach (var decision in new[] { first.Decision, second.Decision })
        {
            Assert.Null(GateDecision.Replay(
                decision.ToUtf8Json(), _rules, entries, new TrustFolder(_fixture.Trust).LoadKeys()));
        }

        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task Nothing_is_decided_from_a_ledger_that_cannot_be_verified()
    {
        var receipt = await Pipeline.AddAsync(PipelineFixture.Item("a"), CancellationToken.None);
        _store.Corrupt(receipt.Record.Bundle, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => Gates.ReadAsync(until: null, CancellationToken.None));

        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
    }

    [Fact]
    public async Task Nothing_is_decided_for_a_time_to_come()
    {
        var error = await Assert.ThrowsAsync<EvidenceException>(() => Gates.DecideAsync(
            "g", TimeProvider.System.GetUtcNow().AddHours(1), by: null, CancellationToken.None));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains("yet to come", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiver_goes_from_its_request_over_a_refused_approval_to_an_approved_one()
    {
        await _fixture.KeyAsync("bob", KeyRole.Approver);
        await _fixture.KeyAsync("carol", KeyRole.Writer);
        await Pipeline.AddAsync(PipelineFixture.Item("a") with { Kind = "sbom" }, CancellationToken.None);
        var request = await Gates.RequestWaiverAsync(Request(days: 3), by: null, CancellationToken.None);
        var id = request.Id.ToString();

        var own = await Assert.ThrowsAsync<EvidenceException>(
            () => Gates.ApproveWaiverAsync(id, LocalSigningKey.DefaultName, CancellationToken.None));
        Assert.Contains("nobody approves their own request", own.Message, StringComparison.Ordinal);
        var notAllowed = await Assert.ThrowsAsync<EvidenceException>(
            () => Gates.ApproveWaiverAsync(id, "carol", CancellationToken.None));
        Assert.Contains("may not sign as approver", notAllowed.Message, StringComparison.Ordinal);
        Assert.Equal("Nobody has approved it.", (await Gates.ListWaiversAsync(CancellationToken.None))[0].Refusal);
        await Gates.ApproveWaiverAsync(id, "bob", CancellationToken.None);
        var again = await Assert.ThrowsAsync<EvidenceException>(
            () => Gates.ApproveWaiverAsync(id, "bob", CancellationToken.None));

        Assert.Contains("already", again.Message, StringComparison.Ordinal);
        Assert.Null((await Gates.ListWaiversAsync(CancellationToken.None))[0].Refusal);
        Assert.True((await Gates.DecideAsync("g", at: null, by: null, CancellationToken.None)).Decision.Passed);
    }

    [Theory]
    [InlineData(-1, "short", "doc", "OPS-1", "before it was asked for")]
    [InlineData(15, "short", "doc", "OPS-1", "at most 14 days")]
    [InlineData(3, "long", "doc", "OPS-1", "class \"short\" only")]
    [InlineData(3, "short", "sbom", "OPS-1", "may not be waived")]
    [InlineData(3, "short", "nothing", "OPS-1", "no requirement")]
    [InlineData(3, "short", "doc", " ", "a ticket")]
    public async Task A_waiver_that_could_never_count_is_not_asked_for(
        int days, string waiverClass, string requirement, string ticket, string words)
    {
        var request = Request(days) with { Class = waiverClass, Requirement = requirement, Ticket = ticket };

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => Gates.RequestWaiverAsync(request, by: null, CancellationToken.None));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Empty(_store.All("ledger/"));
    }

    [Fact]
    public async Task A_workstream_is_what_its_newest_record_says()
    {
        foreach (var state in new[] { WorkstreamState.Done, WorkstreamState.InProgress })
        {
            await Gates.SetWorkstreamAsync(
                new WorkstreamStatus("ops", state, new DateOnly(2027, 1, 1), "cost"),
                by: null,
                CancellationToken.None);
        }

        var evidence = await Gates.ReadAsync(until: null, CancellationToken.None);

        Assert.Equal(WorkstreamState.InProgress, evidence.Statuses("local")["cost"].State);
    }

    private static WaiverRequest Request(int days) => new(
        "short", TimeProvider.System.GetUtcNow().AddDays(days), "g", "because", "doc", "release 1", "OPS-1");

    private async Task<List<ReadOnlyMemory<byte>>> EntriesAsync()
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        await foreach (var batch in Pipeline.ReadAsync(CancellationToken.None))
        {
            entries.AddRange(batch.Batch.Envelopes);
        }

        return entries;
    }
}
