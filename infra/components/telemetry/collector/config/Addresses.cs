using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Where a collector listens: on its pod's address alone, which the chart gives it as a variable.</summary>
internal static class Addresses
{
    public const string PodIp = "${env:MY_POD_IP}";

    /// <summary>The port that the chart's probes ask; no policy allows it, as a node always reaches its pods.</summary>
    public const int HealthPort = 13133;

    public static int OwnMetricsPort { get; } =
        PlatformWorkloads.CollectorGateway.Ports.Single(p => p.Name == PlatformPorts.MetricsName).Number;

    public static string On(Port port) => On(port.Number);

    public static string On(int port) => $"{PodIp}:{port}";
}
