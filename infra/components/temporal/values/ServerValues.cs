using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal.Values;

/// <summary><c>server</c>: what its four services share, and each of them.</summary>
internal sealed record ServerValues
{
    public required ImageRef Image { get; init; }

    /// <summary>Of each service. The chart reads 0 on a service as «not said», so it is said here only.</summary>
    public required int ReplicaCount { get; init; }

    /// <summary>Time for running tasks to be handed over.</summary>
    public int TerminationGracePeriodSeconds { get; } = 60;

    public required PodSecurity SecurityContext { get; init; }

    public required IReadOnlyList<PodVolume> AdditionalVolumes { get; init; }

    public required IReadOnlyList<PodMount> AdditionalVolumeMounts { get; init; }

    public required ServerConfig Config { get; init; }

    public required ServiceValues Frontend { get; init; }

    public required ServiceValues History { get; init; }

    public required ServiceValues Matching { get; init; }

    public required ServiceValues Worker { get; init; }
}
