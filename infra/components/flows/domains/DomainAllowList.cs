// KNOWN GAP: the firewall believes the name in the TLS handshake or the Host header, whatever the address behind it and
// on whatever port a pod may use. Names asked of the VPC's resolver pass it by: DnsAllowList judges those.
using Pulumi.Aws.NetworkFirewall;
using Pulumi.Aws.NetworkFirewall.Inputs;

namespace Infra.Components.Flows.Domains;

/// <summary>A Network Firewall policy that passes connections to declared domains and drops everything else.</summary>
public sealed class DomainAllowList : ComponentResource
{
    /// <summary>Type token. Part of every child URN: changing it replaces the policy.</summary>
    public const string TypeToken = "strata:flows:DomainAllowList";

    private const string StrictOrder = "STRICT_ORDER";

    // Rules that a group has room for. It cannot grow without a replacement, so it starts with some to spare.
    private const int Capacity = 200;

    /// <summary>ARN of the firewall policy.</summary>
    [Output]
    public Output<string> FirewallPolicyArn { get; private set; }

    /// <summary>Makes a rule group for each way to read a name, and the policy over them.</summary>
    public DomainAllowList(string name, DomainAllowListArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var rules = DomainRules.Render(args.Flows);
        RuleGroup[] groups =
        [
            .. Group($"{name}-tls", "TLS_SNI", rules.TlsServerNames, args),
            .. Group($"{name}-http", "HTTP_HOST", rules.HttpHosts, args),
        ];

        var policy = new FirewallPolicy($"{name}-policy", new()
        {
            Description = "Passes declared domains, drops the rest",
            FirewallPolicyConfiguration = new FirewallPolicyFirewallPolicyArgs
            {
                StatelessDefaultActions = ["aws:forward_to_sfe"],
                StatelessFragmentDefaultActions = ["aws:forward_to_sfe"],

                // A TCP handshake carries no name yet, so only what follows it is dropped.
                StatefulDefaultActions = ["aws:drop_established", "aws:alert_established"],
                StatefulEngineOptions = new FirewallPolicyFirewallPolicyStatefulEngineOptionsArgs
                {
                    RuleOrder = StrictOrder,
                },
                StatefulRuleGroupReferences = groups.Select((group, i) =>
                    new FirewallPolicyFirewallPolicyStatefulRuleGroupReferenceArgs
                    {
                        Priority = i + 1,
                        ResourceArn = group.Arn,
                    }).ToArray(),
            },
            Tags = args.Tags.ToInputs(),
        }, new() { Parent = this });

        FirewallPolicyArn = policy.Arn;
        RegisterOutputs();
    }

    private IEnumerable<RuleGroup> Group(
        string name, string type, IReadOnlyList<string> targets, DomainAllowListArgs args) => targets.Count == 0 ? [] :
    [
        new RuleGroup(name, new()
        {
            Type = "STATEFUL",
            Capacity = Capacity,
            RuleGroupConfiguration = new RuleGroupRuleGroupArgs
            {
                RulesSource = new RuleGroupRuleGroupRulesSourceArgs
                {
                    RulesSourceList = new RuleGroupRuleGroupRulesSourceRulesSourceListArgs
                    {
                        GeneratedRulesType = "ALLOWLIST",
                        TargetTypes = [type],
                        Targets = targets.ToArray(),
                    },
                },
                StatefulRuleOptions = new RuleGroupRuleGroupStatefulRuleOptionsArgs { RuleOrder = StrictOrder },
            },
            Tags = args.Tags.ToInputs(),
        }, new() { Parent = this }),
    ];
}
