using System.Text;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rendering;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Records;
using FsCheck;
using FsCheck.Fluent;
using Tests.Support;

namespace Evidence.Tests.Gates;

/// <summary>What gates decide, from signed entries alone.</summary>
public sealed class GateDecisionTests : IDisposable
{
    private const string Scan = "{id: s, kind: scan, control: NIST-RA-5, withinDays: 7, outcome: passed}";

    private readonly GateLedger _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Theory]
    [InlineData("{id: r, kind: scan, withinDays: 7}", true)]
    [InlineData("{id: r, kind: sbom, withinDays: 7}", false)]
    [InlineData("{id: r, kind: scan, withinDays: 1}", false)]
    [InlineData("{id: r, kind: scan, withinDays: 7, control: NIST-RA-5}", true)]
    [InlineData("{id: r, kind: scan, withinDays: 7, control: NIST-CM-2}", false)]
    [InlineData("{id: r, kind: scan, withinDays: 7, environment: staging}", false)]
    [InlineData("{id: r, kind: scan, withinDays: 7, count: 2}", true)]
    [InlineData("{id: r, kind: scan, withinDays: 7, count: 3}", false)]
    [InlineData("{id: r, kind: scan, withinDays: 7, signers: 2}", true)]
    [InlineData("{id: r, kind: scan, withinDays: 7, signers: 3}", false)]
    [InlineData("{id: r, kind: scan, withinDays: 7, outcome: passed}", true)]
    [InlineData("{id: r, kind: scan, withinDays: 7, outcome: failed}", false)]
    [InlineData("{id: r, any: [{id: a, kind: sbom, withinDays: 1}, {id: b, kind: scan, withinDays: 7}]}", true)]
    [InlineData("{id: r, all: [{id: a, kind: sbom, withinDays: 1}, {id: b, kind: scan, withinDays: 7}]}", false)]
    public void A_requirement_is_met_by_what_it_asks_for_and_by_nothing_else(string requirement, bool met)
    {
        _ledger.Add(daysAgo: 2, by: _ledger.Alice);
        _ledger.Add(daysAgo: 2, by: _ledger.Bob);
        _ledger.Add(daysAgo: 30, by: _ledger.Carol);

        var decision = _ledger.Decide(TestRules.Of(requirement));

        Assert.Equal(met, decision.Passed);
        Assert.Equal(met, !decision.Missing.Any());
    }

    [Fact]
    public void A_later_failure_is_not_hidden_by_a_success_before_it()
    {
        _ledger.Add();
        Assert.True(_ledger.Decide(TestRules.Of(Scan)).Passed);
        var failure = _ledger.Add(outcome: RecordOutcome.Failed);

        var decision = _ledger.Decide(TestRules.Of(Scan));

        Assert.False(decision.Passed);
        Assert.Contains($"Entry {failure} failed", Assert.Single(decision.Missing).Reason, StringComparison.Ordinal);
        _ledger.Add();
        Assert.True(_ledger.Decide(TestRules.Of(Scan)).Passed);
    }

    [Fact]
    public void A_record_that_no_trusted_key_signed_meets_nothing_and_is_not_overlooked()
    {
        _ledger.AddStranger();
        Assert.False(_ledger.Decide(TestRules.Of("{id: s, kind: scan, withinDays: 7}")).Passed);
        _ledger.Add();
        _ledger.AddStranger(outcome: RecordOutcome.Failed);

        Assert.Contains("not signed by a trusted key", _ledger.Decide(TestRules.Of(Scan)).Missing.Single().Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "all", WorkstreamState.Done, true, true, true)]
    [InlineData("done", "all", WorkstreamState.Done, true, false, false)]
    [InlineData("done", "any", WorkstreamState.Done, true, false, true)]
    [InlineData("done", "all", WorkstreamState.InProgress, true, true, false)]
    [InlineData("in-progress", "any", WorkstreamState.InProgress, false, true, true)]
    [InlineData("in-progress", "any", WorkstreamState.InProgress, false, false, false)]
    [InlineData("in-progress", "any", WorkstreamState.Planned, true, true, false)]
    [InlineData("in-progress", "any", null, true, true, false)]
    public void A_workstream_needs_its_state_and_its_evidence(
        string wanted, string evidence, WorkstreamState? stated, bool report, bool document, bool met)
    {
        if (stated is { } state)
        {
            _ledger.State("cost", state);
        }

        if (report)
        {
            _ledger.Add("cost-report");
        }

        if (document)
        {
            _ledger.Add("document");
        }

        var rules = TestRules.Of($"{{id: c, workstream: cost, state: {wanted}, evidence: {evidence}}}");
        Assert.Equal(met, _ledger.Decide(rules).Passed);
    }

    [Fact]
    public void The_newest_statement_about_a_workstream_counts_and_one_of_a_stranger_counts_against_it()
    {
        var rules = TestRules.Of("{id: c, workstream: cost, state: done, evidence: any}");
        _ledger.Add("document");
        _ledger.State("cost", WorkstreamState.Done);
        Assert.True(_ledger.Decide(rules).Passed);
        _ledger.State("cost", WorkstreamState.InProgress);
        Assert.False(_ledger.Decide(rules).Passed);
        _ledger.State("cost", WorkstreamState.Done);
        _ledger.State("cost", WorkstreamState.Planned, stranger: true);

        Assert.False(_ledger.Decide(rules).Passed);
    }

    [Fact]
    public void A_past_decision_sees_only_what_was_logged_before()
    {
        _ledger.Add(daysAgo: 5);
        _ledger.Add(daysAgo: 2, outcome: RecordOutcome.Failed);
        var past = GateLedger.Now.AddDays(-4);

        var decision = _ledger.Decide(TestRules.Of(Scan), past);

        Assert.True(decision.Passed);
        Assert.Equal(1, decision.Ledger.Size);
        Assert.False(_ledger.Decide(TestRules.Of(Scan)).Passed);
    }

    [Fact]
    public void A_record_from_the_future_meets_nothing()
    {
        _ledger.Add(daysAgo: -1);

        Assert.False(_ledger.Decide(TestRules.Of("{id: s, kind: scan, withinDays: 7}")).Passed);
    }

    [Fact]
    public void A_replay_gives_the_same_bytes_and_any_difference_is_named()
    {
        var rules = TestRules.Of(Scan);
        _ledger.Add();
        _ledger.Add("document");
        var bytes = _ledger.Decide(rules).ToUtf8Json();

        Assert.Null(Replay(bytes, rules, _ledger.Entries));
        _ledger.Add(outcome: RecordOutcome.Failed);
        Assert.Null(Replay(bytes, rules, _ledger.Entries));
        Assert.Equal(bytes, GateDecision.Parse(bytes).ToUtf8Json());
        Assert.Contains("root", Replay(bytes, rules, _ledger.Entries[1..]), StringComparison.Ordinal);
        Assert.Contains("root", Replay(bytes, rules, _ledger.Entries[..1]), StringComparison.Ordinal);
        Assert.Contains("rules", Replay(
            bytes, TestRules.Of(Scan.Replace("7", "8", StringComparison.Ordinal)), _ledger.Entries),
            StringComparison.Ordinal);
        var forged = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(bytes).Replace("\"met\"", "\"waived\"", StringComparison.Ordinal));
        Assert.Contains("byte for byte", Replay(forged, rules, _ledger.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public void To_ignore_records_never_makes_a_gate_pass_and_to_drop_one_is_never_overlooked()
    {
        var rules = TestRules.Of(
            Scan,
            "{id: two, kind: document, withinDays: 90, signers: 2}",
            "{id: c, workstream: cost, state: in-progress, evidence: any, waiver: short}");
        var ledgers = Gen.Choose(0, 8).ListOf(6).Select(picks => picks.ToArray()).ToArbitrary();
        Prop.ForAll(ledgers, Gen.Choose(0, 5).ToArbitrary(), (picks, left) =>
        {
            using var ledger = new GateLedger();
            foreach (var pick in picks)
            {
                Pick(ledger, pick);
            }

            var whole = ledger.Decide(rules);
            var drops = Replay(ledger, whole, rules, left % ledger.Entries.Count) is not null;
            var believed = ledger.Trusted.All.Where(k => k.Identity != (left % 2 == 0 ? "alice" : "bob")).ToList();
            var ignoring = GateEvidence.Read(ledger.Entries, rules, new(believed)).Decide("g", "prod", GateLedger.Now);
            return drops && (whole.Passed || !ignoring.Passed);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_was_expected_and_did_not_happen_is_a_gap()
    {
        _ledger.Add("document", daysAgo: 10);
        _ledger.Add("backup-report", daysAgo: 9.5);
        _ledger.Add("backup-report", daysAgo: 4);
        _ledger.Add("backup-report", daysAgo: 0.5);

        var gaps = _ledger.Read(TestRules.Of(Scan)).Gaps("prod", GateLedger.Now);

        Assert.Equal(["g", "backups", "backups"], gaps.Select(g => g.Id));
        Assert.Equal([10, 5.5, 3.5], gaps.Select(g => (g.Until - g.From).TotalDays));
        Assert.Equal([false, true, true], gaps.Select(g => g.Happened));
        Assert.Contains("not happen at all", gaps[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_shown_as_it_is()
    {
        _ledger.Add();
        _ledger.Add("document", by: _ledger.Bob);
        var request = _ledger.Request("sbom");
        _ledger.Approve(request, _ledger.Bob);
        var rules = TestRules.Of(
            Scan,
            "{id: sbom, kind: sbom, withinDays: 30, waiver: short}",
            "{id: c, workstream: cost, state: done, evidence: all, waiver: long}");
        // Keys are made anew for each test, and with them the ids of all records and the root.
        var decision = _ledger.Decide(rules);
        decision = decision with { Ledger = decision.Ledger with { Root = new string('0', 64) } };

        Golden.Verify(GateText.Of(decision), "decision.txt");
        Golden.Verify(GateMarkdown.Of(decision), "decision.md");
        Golden.Verify(GateSarif.Of(decision, "1.2.3"), "decision.sarif");
    }

    [Fact]
    public void The_gates_that_are_built_in_say_what_the_workstreams_must_be()
    {
        var rules = GateRules.Current;

        Assert.Equal(11, rules.Workstreams.Count);
        Assert.Equal(["launch", "infrastructure-complete", "security-complete"], rules.Gates.Select(g => g.Name));
        var launch = rules.GateOf("launch").Requirements.OfType<WorkstreamRequirement>().ToList();
        Assert.Equal(rules.Workstreams.Take(10).Select(w => w.Name), launch.Select(r => r.Workstream.Name));
        Assert.All(launch.Take(5), r => Assert.Equal((WorkstreamState.Done, true), (r.State, r.AllEvidence)));
        Assert.All(launch.Skip(5), r => Assert.Equal((WorkstreamState.InProgress, false), (r.State, r.AllEvidence)));
        Assert.False(_ledger.Read(rules).Decide("launch", "prod", GateLedger.Now).Passed);
    }

    private static void Pick(GateLedger ledger, int pick) => _ = pick switch
    {
        0 => ledger.Add(),
        1 => ledger.Add(outcome: RecordOutcome.Failed, by: ledger.Bob),
        2 => ledger.Add("document"),
        3 => ledger.Add("document", by: ledger.Bob),
        4 => ledger.State("cost", WorkstreamState.Done),
        5 => ledger.State("cost", WorkstreamState.Planned, stranger: true),
        6 => ledger.Add("cost-report"),
        7 => ledger.Approve(ledger.Request("c"), ledger.Bob),
        _ => ledger.AddStranger(outcome: RecordOutcome.Failed),
    };

    private static string? Replay(GateLedger ledger, GateDecision decision, GateRules rules, int without)
    {
        List<ReadOnlyMemory<byte>> left = [.. ledger.Entries];
        left.RemoveAt(without);
        return GateDecision.Replay(decision.ToUtf8Json(), rules, left, ledger.Trusted);
    }

    private string? Replay(byte[] bytes, GateRules rules, List<ReadOnlyMemory<byte>> entries) =>
        GateDecision.Replay(bytes, rules, entries, _ledger.Trusted);
}
