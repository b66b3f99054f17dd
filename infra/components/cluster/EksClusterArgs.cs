using System.Net;
using Infra.Components.Tagging;

namespace Infra.Components.Cluster;

/// <summary>Arguments of <see cref="EksCluster"/>.</summary>
public sealed class EksClusterArgs : ResourceArgs
{
    /// <summary>Name of the cluster. The names of its role and its log group come from it.</summary>
    public required string Name { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>Minor version of Kubernetes, such as <c>1.35</c>.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>The subnets of the control plane's interfaces, in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The security group of those interfaces.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The addresses of Services.</summary>
    public required IPNetwork Services { get; init; }

    /// <summary>ARN of the key that Kubernetes secrets are encrypted with. It can never change.</summary>
    public required Input<string> SecretsKeyArn { get; init; }

    /// <summary>ARN of the key that the control plane's logs are encrypted with.</summary>
    public required Input<string> LogsKeyArn { get; init; }

    /// <summary>Days for which the control plane's logs are kept; one of those that CloudWatch knows.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether EKS refuses to delete the cluster.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>The tags of everything that is made.</summary>
    public required StandardTags Tags { get; init; }
}
