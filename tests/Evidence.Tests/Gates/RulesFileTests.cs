using Evidence.Pipeline;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Records;

namespace Evidence.Tests.Gates;

/// <summary>What is wrong with rules is named with its place, what stands there and what may.</summary>
public sealed class RulesFileTests
{
    private const string Requirement =
        "{id: r, kind: scan, control: NIST-RA-5, withinDays: 7, count: 2, outcome: passed, signers: 3, waiver: short}";

    [Fact]
    public void What_is_right_is_read()
    {
        var rules = TestRules.Of(Requirement);

        var read = Assert.IsType<EvidenceRequirement>(Assert.Single(rules.GateOf("g").Requirements));
        Assert.Equal(
            new EvidenceRequirement("r", "short", "scan", "NIST-RA-5", null, 7, 3, RecordOutcome.Passed, 3), read);
        Assert.Equal(["g", "backups"], rules.Expected.Select(e => e.Id));
        Assert.Equal(new DateOnly(2027, 2, 26), Assert.Single(rules.Workstreams).Target);
    }

    [Theory]
    [InlineData("kind: scan", "kind: scam", "line 10, column 23", "\"scam\"")]
    [InlineData("NIST-RA-5", "NIST-RA-6", "line 10", "a control of controls.yaml")]
    [InlineData("withinDays: 7", "withinDays: 0", "line 10", "1 to 3660")]
    [InlineData("withinDays: 7, ", "", "line 10", "\"withinDays\" is missing")]
    [InlineData("outcome: passed", "outcome: good", "line 10", "\"passed\" or \"failed\"")]
    [InlineData("signers: 3", "signer: 3", "line 10", "no field of a requirement on records")]
    [InlineData("waiver: short", "waiver: forever", "line 10", "short, long")]
    [InlineData("id: r", "id: R", "line 10", "lowercase")]
    [InlineData("{id: r, kind: scan", "{id: r, knd: scan", "line 10", "no field of a requirement")]
    [InlineData("all:", "both:", "line 9", "either \"all\" or \"any\"")]
    [InlineData("[NIST-CA-2]", "[NIST-CA-22]", "line 7", "Did you mean \"NIST-CA-2\"?")]
    [InlineData("everyDays: 7", "everyDays: weekly", "line 8", "\"weekly\"")]
    [InlineData("name: long", "name: short", "line 3", "there twice")]
    [InlineData("days: 14", "days: 99999", "line 2", "1 to 3660")]
    [InlineData("id: backups", "id: g", "line 12", "there twice")]
    [InlineData("gates:", "gate:", "line 4", "no field of gates.yaml")]
    [InlineData("waivers:", "[waivers", "line", "")]
    public void What_is_wrong_is_named_with_its_place(string right, string wrong, string place, string words)
    {
        var text = TestRules.Gates(Requirement);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var error = Assert.Throws<EvidenceException>(
            () => TestRules.Read(text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains($"gates.yaml, {place}", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("target: 2027-02-26", "target: soon", "a date like")]
    [InlineData("owner: platform", "owner: \"\"", "who answers for it")]
    [InlineData("kind: cost-report", "kind: costs", "a kind of kinds.yaml")]
    [InlineData("withinDays: 35", "withinDays: 35, waiver: short", "a class of waivers")]
    public void What_is_wrong_with_a_workstream_is_named(string right, string wrong, string words)
    {
        var text = TestRules.Workstreams.Replace(right, wrong, StringComparison.Ordinal);

        var error = Assert.Throws<EvidenceException>(() => TestRules.Read(TestRules.Gates(Requirement), text));

        Assert.Contains("workstreams.yaml, line", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{id: r, workstream: costs, state: done, evidence: all}", "a workstream: cost")]
    [InlineData("{id: r, workstream: cost, state: finished, evidence: all}", "\"in-progress\" or \"done\"")]
    [InlineData("{id: r, workstream: cost, state: done, evidence: some}", "\"all\" or \"any\"")]
    [InlineData("{id: r, any: []}", "would always be met")]
    [InlineData("{id: r, any: [{id: r, kind: scan, withinDays: 1}]}", "there twice")]
    public void A_requirement_that_could_not_be_decided_is_refused(string requirement, string words) => Assert.Contains(
        words,
        Assert.Throws<EvidenceException>(() => TestRules.Of(requirement)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_gate_names_the_known_ones() => Assert.Contains(
        "Did you mean \"launch\"?",
        Assert.Throws<EvidenceException>(() => GateRules.Current.GateOf("lunch")).Message,
        StringComparison.Ordinal);
}
