using Pulumi.Kubernetes;

namespace Infra.Components.Namespaces;

/// <summary>Arguments of <see cref="GuardedNamespace"/>.</summary>
public sealed class GuardedNamespaceArgs : ResourceArgs
{
    /// <summary>What it is.</summary>
    public required NamespacePlan Plan { get; init; }

    /// <summary>What its pods may ask for; ignored where it is not bounded.</summary>
    public required NamespaceQuota Quota { get; init; }

    /// <summary>The cluster's minor version, as pod security labels name it.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>The provider that takes over what the cluster makes by itself.</summary>
    public required Provider Adopting { get; init; }
}
