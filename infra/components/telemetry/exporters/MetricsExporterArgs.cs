using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Components.Telemetry.Exporters;

/// <summary>Arguments of <see cref="MetricsExporter"/>.</summary>
public sealed class MetricsExporterArgs : ResourceArgs
{
    /// <summary>The workload, with its port for metrics.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The image.</summary>
    public required ImagePin Image { get; init; }

    /// <summary>The account's registry.</summary>
    public required string Registry { get; init; }

    /// <summary>Priority class of the pod.</summary>
    public required string PriorityClass { get; init; }

    /// <summary>What the program is told.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The path that says whether the program lives.</summary>
    public required string HealthPath { get; init; }

    /// <summary>What the container is given.</summary>
    public ContainerResources Resources { get; init; } = ContainerResources.Of("20m", "64Mi");

    /// <summary>Its variables. None by default; never a secret.</summary>
    public InputList<EnvVarArgs> Variables { get; init; } = [];

    /// <summary>What it may read in the whole cluster. Nothing by default.</summary>
    public IReadOnlyList<PolicyRuleArgs> ClusterRules { get; init; } = [];

    /// <summary>
    /// Names of the environment in the configuration, which never change in it: without them in what stands for it,
    /// environments that are configured alike look alike.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The file <see cref="MetricsExporter.ConfigPath"/>; null (the default) where it needs none.</summary>
    public string? Configuration { get; init; }

    /// <summary>
    /// The secret whose keys are files in <see cref="MetricsExporter.SecretFolder"/>; null (the default) where it needs
    /// none.
    /// </summary>
    public string? Secret { get; init; }
}
