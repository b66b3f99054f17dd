using Infra.Components.Cluster.Addons;
using Infra.Components.Cluster.Nodes;
using Infra.Components.Namespaces;
using Infra.Stacks.Environments;
using Infra.Stacks.Platform.Charts;
using Infra.Stacks.Platform.Telemetry;

namespace Infra.Stacks.Platform;

/// <summary>The cluster of an environment and what runs in it for everybody.</summary>
public sealed record PlatformSettings
{
    /// <summary>Minor version of Kubernetes, in EKS's standard support.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>The versions of EKS's add-ons.</summary>
    public required AddonVersions Addons { get; init; }

    /// <summary>How long the control plane's logs are kept; a period that CloudWatch has.</summary>
    public required Period ControlPlaneLogs { get; init; }

    /// <summary>Who may do what in the cluster, besides the roles of deployment and of emergencies.</summary>
    public required IReadOnlyList<AccessSettings> Access { get; init; }

    /// <summary>The nodes of the cluster's own controllers.</summary>
    public required NodePoolShape SystemNodes { get; init; }

    /// <summary>The nodes of everything else that is no isolated tenant's.</summary>
    public required NodePoolShape WorkerNodes { get; init; }

    /// <summary>What each namespace may ask for, by its name.</summary>
    public required IReadOnlyDictionary<string, NamespaceQuota> Quotas { get; init; }

    /// <summary>What is installed into it by charts.</summary>
    public required ChartSettings Charts { get; init; }

    /// <summary>Tenants with nodes and a namespace of their own.</summary>
    public required IReadOnlyList<TenantSettings> IsolatedTenants { get; init; }

    /// <summary>How the environment is observed.</summary>
    public required TelemetrySettings Observability { get; init; }
}
