using Pulumi.Aws.Route53;

namespace Infra.Components.Flows.Domains;

/// <summary>
/// Lets the VPC's resolver answer for declared domains, the environment's own and those of AWS, and for nothing else: a
/// question about any other name could carry data out past every firewall.
/// </summary>
public sealed class DnsAllowList : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the lists.</summary>
    public const string TypeToken = "strata:flows:DnsAllowList";

    // AWS's own rule groups have what is before and after these.
    private const int AssociationPriority = 101;

    /// <summary>Makes the two lists, the rules over them, and sets them over the VPC.</summary>
    public DnsAllowList(string name, DnsAllowListArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var (allowed, rest) = (List("allowed", Allowed(args)), List("rest", ["*"]));
        var rules = new ResolverFirewallRuleGroup(
            $"{name}-rules", new() { Name = $"{args.Prefix}-dns", Tags = args.Tags.ToInputs() }, child);
        var allow = new ResolverFirewallRule(
            $"{name}-allow",
            new()
            {
                Name = "allow-declared",
                FirewallRuleGroupId = rules.Id,
                FirewallDomainListId = allowed.Id,
                Priority = 1,
                Action = "ALLOW",

                // A declared name may be an alias in a content network, whose names are not for us to list.
                FirewallDomainRedirectionAction = "TRUST_REDIRECTION_DOMAIN",
            },
            child);
        var block = new ResolverFirewallRule(
            $"{name}-block",
            new()
            {
                Name = "block-the-rest",
                FirewallRuleGroupId = rules.Id,
                FirewallDomainListId = rest.Id,
                Priority = 2,
                Action = "BLOCK",
                BlockResponse = "NXDOMAIN",
            },
            child);

        // Set over the VPC when both rules are there: with the second alone nothing would have a name.
        _ = new ResolverFirewallRuleGroupAssociation(
            $"{name}-association",
            new()
            {
                Name = $"{args.Prefix}-dns",
                FirewallRuleGroupId = rules.Id,
                VpcId = args.VpcId,
                Priority = AssociationPriority,
                MutationProtection = args.Protect ? "ENABLED" : "DISABLED",
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this, DependsOn = { allow, block } });

        // Without an answer from the firewall there is none from the resolver.
        _ = new ResolverFirewallConfig(
            $"{name}-closed", new() { ResourceId = args.VpcId, FirewallFailOpen = "DISABLED" }, child);
        RegisterOutputs();

        ResolverFirewallDomainList List(string what, IEnumerable<string> domains) => new(
            $"{name}-{what}",
            new() { Name = $"{args.Prefix}-{what}", Domains = domains.ToArray(), Tags = args.Tags.ToInputs() },
            child);
    }

    private static IEnumerable<string> Allowed(DnsAllowListArgs args)
    {
        var rules = DomainRules.Render(args.Flows);
        return
        [
            .. rules.TlsServerNames.Concat(rules.HttpHosts)
                .Append($".{args.ZoneName}")
                .SelectMany(domain => domain.StartsWith('.') ? [domain[1..], $"*{domain}"] : new[] { domain })
                .Distinct()
                .Order(StringComparer.Ordinal),
            "*.amazonaws.com", "*.api.aws", $"*.{args.Region}.compute.internal", "*.in-addr.arpa",
        ];
    }
}
