using Infra.Components.Observability.Alerts;

namespace Infra.Components.Telemetry.Prometheus;

/// <summary>Arguments of <see cref="PrometheusServer"/>.</summary>
public sealed class PrometheusServerArgs : ResourceArgs
{
    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>Name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>AWS region.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// Names of the environment in the configuration, which never change in it: without them in what stands for it,
    /// environments that are configured alike look alike.
    /// </summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The account's registry.</summary>
    public required string Registry { get; init; }

    /// <summary>The rules.</summary>
    public required RuleFile Rules { get; init; }

    /// <summary>Where samples are kept for long.</summary>
    public required Input<string> RemoteWriteUrl { get; init; }

    /// <summary>Replicas, which all do the same; 1 or 2.</summary>
    public required int Replicas { get; init; }

    /// <summary>Size of each replica's volume.</summary>
    public required int StorageGiB { get; init; }

    /// <summary>The storage class of the volumes.</summary>
    public required string StorageClass { get; init; }

    /// <summary>Priority class of the pods.</summary>
    public required string PriorityClass { get; init; }
}
