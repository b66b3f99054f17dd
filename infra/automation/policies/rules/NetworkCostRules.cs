using Infra.Automation.Json;

namespace Infra.Automation.Policies.Rules;

/// <summary>What the network and disks cost beyond what an environment needs.</summary>
internal static class NetworkCostRules
{
    private const string OldVolume = "gp2";

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Cost, 4, context => context.Each(AwsTypes.NatGateway)
            .GroupBy(nat => context.Environment.Protect
                ? context.Meant(nat.Text("subnetId"), AwsTypes.Subnet)?.Text("availabilityZone") ?? nat.Urn
                : "anywhere")
            .SelectMany(together => together.Skip(1))
            .Select(nat => nat.Breach("subnetId", "a second NAT gateway where one is enough")))
        {
            Severity = PolicySeverity.Low,
            Title = "There is one NAT gateway per zone, and one in all where nothing is protected.",
            Reason = "A gateway is paid for by the hour, whether anything goes through it or not.",
            Remedy = "Set foundation.egress.nat in the environment's file to single or per-zone.",
            Controls = Serves.Spending,
        },
        new(PolicyThemes.Availability, 2, context => !context.Environment.Protect ? [] : context.Each(AwsTypes.Vpc)
            .Where(vpc => ZonesWithNat(context) < context.About(vpc, AwsTypes.Subnet, "vpcId")
                .Select(subnet => subnet.Text("availabilityZone"))
                .Distinct()
                .Count())
            .Select(vpc => vpc.Breach("natGateway", "not in every zone")))
        {
            Severity = PolicySeverity.Medium,
            Title = "In a protected environment every zone has its own way out.",
            Reason = "With one gateway, the loss of its zone cuts off all of them.",
            Remedy = "Set foundation.egress.nat to per-zone.",
            Controls = Serves.Redundancy,
        },
        new(PolicyThemes.Cost, 5, context => context.Each(KubernetesTypes.StorageClass)
            .Where(storage => storage.Text("parameters.type") is OldVolume or null)
            .Select(storage => storage.Breach("parameters.type"))
            .Concat(context.Each(AwsTypes.LaunchTemplate)
                .Where(template => template.Items("blockDeviceMappings")
                    .Any(device => device.At("ebs.volumeType").AsText() is OldVolume or null))
                .Select(template => template.Breach("blockDeviceMappings", "a gp2 disk")))
            .Concat(context.Each(AwsTypes.DatabaseInstance)
                .Where(database => database.Text("storageType") is OldVolume or null)
                .Select(database => database.Breach("storageType"))))
        {
            Severity = PolicySeverity.Low,
            Title = "No disk is of the old general-purpose type.",
            Reason = "A gp2 disk costs a quarter more than gp3 and slows down when its credits are used up.",
            Remedy = "Set the type to gp3.",
            Controls = Serves.Spending,
        },
        new(PolicyThemes.Protection, 7, context => !context.Environment.Protect ? [] :
            from firewall in context.Each(AwsTypes.Firewall)
            from name in (string[])["deleteProtection", "firewallPolicyChangeProtection", "subnetChangeProtection"]
            where !firewall.IsTrue(name)
            select firewall.Breach(name))
        {
            Severity = PolicySeverity.Medium,
            Title = "A protected environment's firewall refuses to be deleted or loosened.",
            Reason = "Without it the way out is open, and nothing else notices.",
            Remedy = "Set its three protections from the environment's file.",
            Controls = Serves.Boundary,
        },
    ];

    private static int ZonesWithNat(PolicyContext context) => context.Each(AwsTypes.NatGateway)
        .Select(nat => context.Meant(nat.Text("subnetId"), AwsTypes.Subnet)?.Text("availabilityZone"))
        .OfType<string>()
        .Distinct()
        .Count();
}
