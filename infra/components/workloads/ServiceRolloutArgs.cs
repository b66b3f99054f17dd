using Infra.Components.Certificates;
using Infra.Components.Flows;

namespace Infra.Components.Workloads;

/// <summary>Arguments of <see cref="ServiceRollout"/>.</summary>
public sealed class ServiceRolloutArgs : ResourceArgs
{
    /// <summary>The workload as it is declared: names, labels, account and ports come from it.</summary>
    public required Workload Workload { get; init; }

    /// <summary>What runs.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>How many and how large.</summary>
    public required WorkloadScale Scale { get; init; }

    /// <summary>How a new version takes over.</summary>
    public required CanaryPlan Canary { get; init; }

    /// <summary>What it is judged by; at least one.</summary>
    public required IReadOnlyList<CanaryCheck> Checks { get; init; }

    /// <summary>Where it answers probes over HTTPS, within the pod's node only unless it is a declared port.</summary>
    public required Port Probes { get; init; }

    /// <summary>Its certificate, whose Secret is in its namespace.</summary>
    public required ServiceCertificate Certificate { get; init; }

    /// <summary>Its settings, as environment variables. A change of them is a new version.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Settings { get; init; }

    /// <summary>
    /// Secrets of its namespace that it reads as files, each in a folder <c>/secrets/NAME</c>. None by default.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Certificates that it trusts besides the internal authority, as files: name to PEM.</summary>
    public IReadOnlyDictionary<string, string> Authorities { get; init; } = new Dictionary<string, string>();

    /// <summary>Seconds for which a pod that is to end may finish its work.</summary>
    public required int GraceSeconds { get; init; }
}
