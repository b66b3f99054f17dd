namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>What <see cref="KubernetesAttributes"/> says of a pod.</summary>
/// <param name="Metadata">Names of resource attributes.</param>
public sealed record ExtractedAttributes(IReadOnlyList<string> Metadata)
{
    /// <summary>
    /// A deployment's name is that of its ReplicaSet without the hash, which saves watching deployments.
    /// </summary>
    public bool DeploymentNameFromReplicaset { get; } = true;
}
