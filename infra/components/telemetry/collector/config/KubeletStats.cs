using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// Asks the kubelet of the own node for the use of nodes, pods, containers and volumes. The kubelet's certificate is
/// checked against the cluster's own authority.
/// </summary>
public sealed record KubeletStats() : Receiver("kubeletstats")
{
    /// <summary>The variable that holds the node's address.</summary>
    public const string NodeIp = "K8S_NODE_IP";

    /// <inheritdoc/>
    internal override IReadOnlyList<Signal> Signals { get; } = [Signal.Metrics];

    /// <summary>How often.</summary>
    public string CollectionInterval { get; } = "30s";

    /// <summary>With the token of the pod's service account.</summary>
    public string AuthType { get; } = "serviceAccount";

    /// <summary>The kubelet.</summary>
    public string Endpoint { get; } = $"https://${{env:{NodeIp}}}:{PlatformPorts.Kubelet.Number}";

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<string> MetricGroups { get; } = ["container", "node", "pod", "volume"];
}
