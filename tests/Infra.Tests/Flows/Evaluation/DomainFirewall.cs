using System.Text.Json.Nodes;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>
/// A Network Firewall policy with domain lists, read as
/// https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html has them.
/// </summary>
internal sealed class DomainFirewall(JsonNode policy, IEnumerable<JsonNode> ruleGroups)
{
    private readonly (HashSet<string> Types, string[] Targets)[] _lists = [.. ruleGroups.Select(Read)];

    private readonly bool _inspects =
        ((JsonArray?)policy["statelessDefaultActions"] ?? []).Any(a => a?.GetValue<string>() == "aws:forward_to_sfe");

    private readonly bool _dropsTheRest =
        policy["statefulEngineOptions"]?["ruleOrder"]?.GetValue<string>() == "STRICT_ORDER"
        && ((JsonArray?)policy["statefulDefaultActions"] ?? []).Any(a =>
            a?.GetValue<string>() is "aws:drop_established" or "aws:drop_strict");

    public bool Admits(in Connection connection)
    {
        if (!_inspects || !connection.To.OnTheInternet)
        {
            return true;
        }

        var domain = connection.To.Domain ?? "";

        var type = connection.Application switch { "tls" => "TLS_SNI", "http" => "HTTP_HOST", _ => "" };
        var judged = _lists.Where(l => l.Types.Contains(type)).ToArray();
        return judged.Any(l => Array.Exists(l.Targets, t => Names(t, domain)))
            || (judged.Length == 0 && !_dropsTheRest);
    }

    /// <summary>A leading dot stands for the name behind it and every name below; else the name itself.</summary>
    private static bool Names(string target, string domain) =>
        target == domain
        || (target.StartsWith('.') && (domain == target[1..] || domain.EndsWith(target, StringComparison.Ordinal)));

    private static (HashSet<string> Types, string[] Targets) Read(JsonNode ruleGroup)
    {
        var list = ruleGroup["rulesSource"]?["rulesSourceList"]
            ?? throw new InvalidDataException("A rule group has no list of domains.");
        return list["generatedRulesType"]?.GetValue<string>() == "ALLOWLIST"
            ? ([.. Texts(list["targetTypes"])], [.. Texts(list["targets"])])
            : throw new InvalidDataException("A rule group is no allow-list, and this evaluator reads nothing else.");
    }

    private static IEnumerable<string> Texts(JsonNode? array) =>
        ((JsonArray?)array ?? []).Select(t => t?.GetValue<string>()).OfType<string>();
}
