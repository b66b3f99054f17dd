using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Foundation;

/// <summary>Reads the section <c>foundation</c> of an environment file.</summary>
internal static partial class FoundationSection
{
    private const int HowManyZones = 3;
    private const string HostNames = "a host name in lower case, or one with a leading dot for every name below it too";

    private static readonly string[] _perZone = ["public", "private", "isolated", "controlPlane", "endpoints"];

    /// <summary>The settings; null where the file has no such section.</summary>
    public static FoundationSettings? Read(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var earlier = section.ProblemsSoFar;
        var (subnets, egress) = (section.Section("subnets"), section.Section("egress"));
        var firewall = egress.OptionalSection("firewall");
        var nat = egress.OneOf("nat", new Dictionary<string, int> { ["single"] = 1, ["per-zone"] = HowManyZones });
        var settings = new FoundationSettings
        {
            Zones = section.Texts("availabilityZones", Letter(), "the letter of an availability zone"),
            Plan = new NetworkPlan
            {
                Vpc = section.Network("vpc"),
                LoadBalancerSubnets = subnets.Networks("public"),
                NodeSubnets = subnets.Networks("private"),
                DatabaseSubnets = subnets.Networks("isolated"),
                ControlPlaneSubnets = subnets.Networks("controlPlane"),
                EndpointSubnets = subnets.Networks("endpoints"),
                NatSubnets = egress.Networks("natSubnets"),
                FirewallSubnets = firewall?.Networks("subnets") ?? [],
                Clients = section.Networks("clients"),
                IdentityProviders = egress.Texts("identityProviders", HostName(), HostNames),
                TimestampAuthorities = egress.Texts("timestampAuthorities", HostName(), HostNames),
            },
            DnsZone = section.Text("dnsZone", Domain(), "a domain in lower case, such as 'prod.example.com'"),
            LogRetention = section.LogPeriod("logRetention"),
            KeyDeletionWindow = section.Period("keyDeletionWindow", 7, 30),
        };
        section.Done();
        subnets.Done();
        egress.Done();
        firewall?.Done();

        Count(section, "availabilityZones", HowManyZones, "the platform stands in three");
        CountSubnets(subnets, egress, firewall, nat);

        // What is malformed is a problem already, and nothing can be said about addresses that are not there.
        if (section.ProblemsSoFar == earlier)
        {
            CheckPlan(section, subnets, egress, firewall, settings.Plan);
        }

        return settings;
    }

    private static void CountSubnets(YamlSection subnets, YamlSection egress, YamlSection? firewall, int? nat)
    {
        foreach (var key in _perZone)
        {
            Count(subnets, key, HowManyZones, "one for each availability zone");
        }

        if (nat is { } gateways)
        {
            Count(egress, "natSubnets", gateways, "one for each NAT gateway, as 'nat' says");
            if (firewall is not null)
            {
                Count(firewall, "subnets", gateways, "one for each NAT gateway, as 'nat' says");
            }
        }
    }

    private static void CheckPlan(
        YamlSection section, YamlSection subnets, YamlSection egress, YamlSection? firewall, NetworkPlan plan)
    {
        var problems = plan.Check();
        foreach (var problem in problems)
        {
            Blame(problem, section, subnets, egress, firewall);
        }

        if (problems.Count == 0)
        {
            CheckFlows(section, plan);
        }
    }

    /// <summary>The flows know what else would make two parties look the same to a policy.</summary>
    private static void CheckFlows(YamlSection section, NetworkPlan plan)
    {
        try
        {
            PlatformFlows.Declare(plan);
        }
        catch (FlowModelException exception)
        {
            section.Wrong($"These addresses cannot be told apart by the platform's policies: {exception.Message}");
        }
    }

    private static void Count(YamlSection section, string key, int expected, string why)
    {
        if (section.CountOf(key) is { } found && found != expected)
        {
            section.Wrong(key, string.Create(
                CultureInfo.InvariantCulture, $"'{key}' has {found} entries; allowed is {expected}: {why}."));
        }
    }

    private static void Blame(NetworkProblem problem, YamlSection section, params YamlSection?[] others)
    {
        var text = problem.About.ToString();
        YamlSection[] places = [section, .. others.OfType<YamlSection>()];
        var found = places.SelectMany(place => place.Keys.Select(key => (Place: place, Key: key)))
            .FirstOrDefault(candidate => candidate.Place.Holds(candidate.Key, text));
        if (found.Place is null)
        {
            section.Wrong(problem.Sentence);
        }
        else
        {
            found.Place.WrongEntry(found.Key, text, problem.Sentence);
        }
    }

    [GeneratedRegex(@"\A[a-z]\z")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\A([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]{2,}\z")]
    private static partial Regex Domain();

    [GeneratedRegex(@"\A\.?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]{2,}\z")]
    private static partial Regex HostName();
}
