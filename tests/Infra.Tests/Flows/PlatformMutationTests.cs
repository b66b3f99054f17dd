using System.Text.Json.Nodes;
using Infra.Tests.Flows.Evaluation;

namespace Infra.Tests.Flows;

/// <summary>
/// Breaks each rendered rule in each way that matters, one at a time: the matrix must notice every one.
/// </summary>
public sealed class PlatformMutationTests
{
    private static readonly Artefacts Rendered = Wire.Of(Plans.ProdFlows);

    [Fact]
    public void The_matrix_notices_every_policy_rule_peer_and_port_that_is_missing() => Notices(
        from policy in Indexes(Rendered.Policies)
        from path in Parts(Rendered.Policies[policy])
        select Policy(policy, p => Remove(p, path), $"drop {path}"), Closes);

    [Fact]
    public void The_matrix_notices_every_policy_port_that_is_altered() => Notices(
        from policy in Indexes(Rendered.Policies)
        from path in Ports(Rendered.Policies[policy])
        select Policy(policy, p => Replace(At(p, path)["port"], n => (int)n + 1), $"alter {path}"), Closes);

    [Fact]
    public void The_matrix_notices_every_policy_rule_that_is_widened() => Notices(
        from policy in Indexes(Rendered.Policies)
        from rule in Rules(Rendered.Policies[policy])
        from key in (string[])["ports", rule.Contains("ingress", StringComparison.Ordinal) ? "from" : "to"]
        select Policy(policy, p => At(p, rule).AsObject().Remove(key), $"widen {rule} by its {key}"), Opens);

    [Fact]
    public void The_matrix_notices_every_pod_selector_that_is_lost() => Notices(
        from policy in Indexes(Rendered.Policies)
        from peer in Peers(Rendered.Policies[policy])
        where At(Rendered.Policies[policy], peer)["podSelector"] is not null
        select Policy(policy, p => At(p, peer).AsObject().Remove("podSelector"), $"widen {peer}"), Opens);

    [Fact]
    public void The_matrix_notices_every_namespace_that_loses_its_default_deny() => Notices(
        from policy in Indexes(Rendered.Policies)
        where Name(Rendered.Policies[policy]).EndsWith("default-deny", StringComparison.Ordinal)
        from type in (string[])["Ingress", "Egress"]
        select Policy(
            policy, p => p["spec"]?["policyTypes"]?.AsArray().RemoveAll(t => (string?)t == type), $"no {type}"), Opens);

    [Fact]
    public void The_matrix_notices_every_security_group_rule_that_is_missing() => Notices(
    [
        .. Indexes(Rendered.Ingress).Select(i => new Mutation(
            $"ingress {Rendered.Ingress[i].ToJsonString()}",
            Rendered with { Ingress = Without(Rendered.Ingress, i) }, null)),
        .. Indexes(Rendered.Egress).Where(i => !AnywhereAnyway(Rendered.Egress[i])).Select(i => new Mutation(
            $"egress {Rendered.Egress[i].ToJsonString()}",
            Rendered with { Egress = Without(Rendered.Egress, i) }, null)),
    ], Closes);

    [Fact]
    public void The_matrix_notices_every_domain_that_is_missing() => Notices(
        from i in Indexes(Rendered.RuleGroups)
        let targets = "rulesSource.rulesSourceList.targets"
        from t in Enumerable.Range(0, At(Rendered.RuleGroups[i], targets).AsArray().Count)
        select new Mutation($"domain {i}.{t}", Rendered with
        {
            RuleGroups = Changed(Rendered.RuleGroups, i, g => At(g, targets).AsArray().RemoveAt(t)),
        }, null), Closes);

    [Fact]
    public void The_matrix_notices_a_firewall_that_lets_the_rest_pass() => Notices(
    [
        new("everything passes", Rendered with
        {
            FirewallPolicy = Changed(
                [Rendered.FirewallPolicy], 0, p => p.AsObject().Remove("statefulDefaultActions"))[0],
        }, h => h.Name == "api"),
        new("a whole top-level domain", Rendered with
        {
            RuleGroups = Changed(Rendered.RuleGroups, 0, g =>
                At(g, "rulesSource.rulesSourceList.targets").AsArray().Add(".example")),
        }, h => h.Name == "api"),
    ], Opens);

    /// <summary>
    /// On a port that leads to the internet, nodes may call every address, and their other rules add nothing.
    /// </summary>
    private static bool AnywhereAnyway(JsonNode rule) => rule["cidrIpv4"] is null && Rendered.Egress.Any(other =>
        (string?)other["cidrIpv4"] == "0.0.0.0/0"
        && (string?)other["securityGroupId"] == (string?)rule["securityGroupId"]
        && (int?)other["fromPort"] == (int?)rule["fromPort"]);

    private static bool Closes(Matrix matrix, Mutation mutation) => matrix.Closed().Any();

    private static bool Opens(Matrix matrix, Mutation mutation) => matrix.Opened(mutation.About).Any();

    private static void Notices(IEnumerable<Mutation> mutations, Func<Matrix, Mutation, bool> noticed)
    {
        var all = mutations.ToArray();

        Assert.NotEmpty(all);
        Assert.Equal("", string.Join('\n', all
            .Where(m => !noticed(new(Plans.ProdFlows, Plans.ProdSite, new Guards(m.Artefacts, Enforcing.Standard)), m))
            .Select(m => m.Name)));
    }

    /// <summary>A changed policy can matter only to the pods it selects, so only they are looked at.</summary>
    private static Mutation Policy(int index, Action<JsonNode> change, string what)
    {
        var policy = Rendered.Policies[index];
        var selects = new NetworkPolicy(policy);
        return new Mutation(
            $"{Name(policy)}: {what}",
            Rendered with { Policies = Changed(Rendered.Policies, index, change) },
            selects.Selects);
    }

    private static string Name(JsonNode policy) =>
        $"{policy["metadata"]?["namespace"]}/{policy["metadata"]?["name"]}";

    private static IEnumerable<int> Indexes(IReadOnlyList<JsonNode> nodes) => Enumerable.Range(0, nodes.Count);

    private static IEnumerable<string> Rules(JsonNode policy) =>
        from direction in (string[])["ingress", "egress"]
        from i in Enumerable.Range(0, policy["spec"]?[direction]?.AsArray().Count ?? 0)
        select $"spec.{direction}.{i}";

    private static IEnumerable<string> Peers(JsonNode policy) =>
        from rule in Rules(policy)
        let key = rule.Contains("ingress", StringComparison.Ordinal) ? "from" : "to"
        from i in Enumerable.Range(0, At(policy, $"{rule}.{key}").AsArray().Count)
        select $"{rule}.{key}.{i}";

    private static IEnumerable<string> Ports(JsonNode policy) =>
        from rule in Rules(policy)
        from i in Enumerable.Range(0, At(policy, $"{rule}.ports").AsArray().Count)
        select $"{rule}.ports.{i}";

    /// <summary>Rules, peers and ports, less a rule's only peer or port: without any it would mean all.</summary>
    private static IEnumerable<string> Parts(JsonNode policy) =>
        Rules(policy).Concat(Peers(policy).Concat(Ports(policy)).Where(p => At(policy, p).Parent?.AsArray().Count > 1));

    private static JsonNode At(JsonNode node, string path) => path.Split('.').Aggregate(node, (n, step) =>
        (int.TryParse(step, out var i) ? n[i] : n[step]) ?? throw new InvalidDataException($"There is no '{path}'."));

    private static void Remove(JsonNode node, string path)
    {
        var part = At(node, path);
        part.Parent?.AsArray().Remove(part);
    }

    private static void Replace(JsonNode? node, Func<JsonNode, JsonNode> change) => node?.ReplaceWith(change(node));

    private static JsonNode[] Without(IReadOnlyList<JsonNode> nodes, int index) =>
        [.. nodes.Where((_, i) => i != index)];

    private static JsonNode[] Changed(IReadOnlyList<JsonNode> nodes, int index, Action<JsonNode> change)
    {
        var copy = nodes[index].DeepClone();
        change(copy);
        return [.. nodes.Select((n, i) => i == index ? copy : n)];
    }

    private sealed record Mutation(string Name, Artefacts Artefacts, Func<Host, bool>? About);
}
