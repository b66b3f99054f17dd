using System.Text.Json.Serialization;

namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>How the pods of a collector are run.</summary>
public enum CollectorMode
{
    /// <summary>One on each node.</summary>
    [JsonStringEnumMemberName("daemonset")]
    DaemonSet,

    /// <summary>Some replicas.</summary>
    [JsonStringEnumMemberName("deployment")]
    Deployment,
}
