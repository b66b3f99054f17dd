using System.Text.Json.Nodes;

namespace Infra.Components.Telemetry.Alerting;

/// <summary>Arguments of <see cref="AlertmanagerCluster"/>.</summary>
public sealed class AlertmanagerClusterArgs : ResourceArgs
{
    /// <summary>The routes, as <c>AlertmanagerConfig</c> renders them.</summary>
    public required JsonObject Routes { get; init; }

    /// <summary>
    /// Names of the environment in the configuration, which never change in it: without them in what stands for it,
    /// environments that are configured alike look alike.
    /// </summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The account's registry.</summary>
    public required string Registry { get; init; }

    /// <summary>Replicas, which agree on what was sent; 1 or more.</summary>
    public required int Replicas { get; init; }

    /// <summary>The storage class of the volumes.</summary>
    public required string StorageClass { get; init; }

    /// <summary>Priority class of the pods.</summary>
    public required string PriorityClass { get; init; }
}
