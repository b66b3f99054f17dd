using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rules;

namespace Evidence.Tests.Gates;

/// <summary>What a waiver is worth to a gate that meets it.</summary>
public sealed class WaiverTests : IDisposable
{
    private static readonly GateRules _rules = TestRules.Of(
        "{id: scan, kind: scan, withinDays: 7, waiver: short}", "{id: sbom, kind: sbom, withinDays: 7}");

    private readonly GateLedger _ledger = new();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public void A_waiver_that_somebody_else_approved_counts_until_it_ends()
    {
        _ledger.Add("sbom");
        var request = _ledger.Request("scan", daysAgo: 2, expiresIn: 3);
        var approval = _ledger.Approve(request, _ledger.Bob);

        var decision = _ledger.Decide(_rules);

        Assert.True(decision.Passed);
        Assert.Equal(RequirementOutcome.Waived, decision.Trace[0].Outcome);
        var applied = Assert.Single(decision.Waivers);
        Assert.Equal((request, approval, "OPS-1"), (applied.Request, applied.Approval, applied.Ticket));
        Assert.Equal(["alice", "bob"], applied.RequestedBy.Concat(applied.ApprovedBy));
        Assert.Superset(new HashSet<long> { request, approval }, decision.Inputs.Select(i => i.Index).ToHashSet());
        Assert.False(_ledger.Read(_rules).Decide("g", "prod", GateLedger.Now.AddDays(3)).Passed);
    }

    [Fact]
    public void A_waiver_is_not_used_where_the_requirement_is_met()
    {
        _ledger.Add("sbom");
        _ledger.Approve(_ledger.Request("scan"), _ledger.Bob);
        _ledger.Add();

        Assert.Empty(_ledger.Decide(_rules).Waivers);
    }

    [Fact]
    public void Nobody_approves_their_own_request() => Refused(
        ledger => ledger.Approve(ledger.Request("scan"), ledger.Alice), "nobody approves their own request");

    [Fact]
    public void An_own_approval_does_not_spoil_that_of_somebody_else()
    {
        _ledger.Add("sbom");
        var request = _ledger.Request("scan");
        _ledger.Approve(request, _ledger.Alice);
        _ledger.Approve(request, _ledger.Bob);

        Assert.True(_ledger.Decide(_rules).Passed);
    }

    [Fact]
    public void Whoever_may_not_approve_has_approved_nothing() => Refused(
        ledger => ledger.Approve(ledger.Request("scan"), ledger.Carol), "Nobody has approved it");

    [Fact]
    public void An_unapproved_waiver_does_not_count() => Refused(
        ledger => ledger.Request("scan"), "Nobody has approved it");

    [Fact]
    public void An_expired_waiver_does_not_count() => Refused(
        ledger => ledger.Approve(ledger.Request("scan", daysAgo: 5, expiresIn: -1), ledger.Bob), "It ended at");

    [Fact]
    public void A_waiver_does_not_last_longer_than_its_class() => Refused(
        ledger => ledger.Approve(ledger.Request("scan", daysAgo: 5, expiresIn: 10), ledger.Bob), "at most 14 days");

    [Fact]
    public void A_waiver_of_another_class_does_not_count() => Refused(
        ledger => ledger.Approve(ledger.Request("scan", waiverClass: "long"), ledger.Bob), "class \"short\" only");

    [Fact]
    public void A_requirement_without_a_class_cannot_be_waived()
    {
        _ledger.Add();
        _ledger.Approve(_ledger.Request("sbom"), _ledger.Bob);

        var missing = Assert.Single(_ledger.Decide(_rules).Missing);

        Assert.Equal("sbom", missing.Id);
        Assert.Empty(_ledger.Decide(_rules).Waivers);
    }

    [Fact]
    public void A_waiver_of_another_gate_does_not_count()
    {
        _ledger.Add("sbom");
        _ledger.Approve(_ledger.Request("scan", gate: "h"), _ledger.Bob);

        Assert.False(_ledger.Decide(_rules).Passed);
    }

    private void Refused(Func<GateLedger, long> waive, string reason)
    {
        _ledger.Add("sbom");
        waive(_ledger);

        var missing = Assert.Single(_ledger.Decide(_rules).Missing);

        Assert.Equal("scan", missing.Id);
        Assert.Contains("does not count", missing.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, missing.Reason, StringComparison.Ordinal);
    }
}
