using System.Text.Json.Nodes;
using Infra.Components.Charts;
using Infra.Components.Telemetry.Collector;
using Infra.Components.Telemetry.Collector.Values;

namespace Infra.Tests.Telemetry;

internal static class SampleCollectors
{
    public static CollectorSettings Settings { get; } = new()
    {
        Environment = "prod",
        Account = "777788889999",
        Region = "eu-central-1",
        Cluster = "strata-prod",
        Registry = "777788889999.dkr.ecr.eu-central-1.amazonaws.com",
        AgentPriority = "system-node-critical",
        GatewayPriority = "system-cluster-critical",
        GatewayReplicas = 3,
        GatewayMostReplicas = 6,
    };

    public static CollectorDestinations Destinations { get; } = new(
        "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write",
        "/strata/prod/telemetry");

    public static TheoryData<string> Names => ["agent", "gateway"];

    public static OtelCollectorValues Of(string name) => name is "agent"
        ? CollectorDeployment.Agent(Settings)
        : CollectorDeployment.Gateway(Settings, Destinations);

    public static JsonObject Json(string name) => WireValues.Json(Of(name));
}
