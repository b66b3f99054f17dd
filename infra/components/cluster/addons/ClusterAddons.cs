using Infra.Components.Flows;

namespace Infra.Components.Cluster.Addons;

/// <summary>The add-ons of a cluster and what differs from their defaults.</summary>
public static class ClusterAddons
{
    /// <summary>The VPC CNI's name in EKS.</summary>
    public const string VpcCni = "vpc-cni";

    /// <summary>It runs on system nodes too; the other add-ons tolerate their taint by default.</summary>
    private const string MetricsServerValues =
        """{"tolerations":[{"key":"CriticalAddonsOnly","operator":"Exists"}]}""";

    /// <summary>
    /// What every node needs to become ready. Installed before there are nodes: a node that joins without the policies
    /// being enforced would run its first pods open.
    /// </summary>
    public static IReadOnlyList<AddonSpec> BeforeNodes(AddonVersions versions) =>
    [
        new(VpcCni, versions.VpcCni, Enforcement.ConfigurationValues),
        new("kube-proxy", versions.KubeProxy),
        new("eks-pod-identity-agent", versions.PodIdentityAgent),
    ];

    /// <summary>What runs on nodes as pods; without nodes EKS would report it as degraded.</summary>
    public static IReadOnlyList<AddonSpec> OnNodes(AddonVersions versions) =>
    [
        new("coredns", versions.CoreDns),
        new("aws-ebs-csi-driver", versions.EbsCsiDriver),
        new("metrics-server", versions.MetricsServer, MetricsServerValues),
    ];
}
