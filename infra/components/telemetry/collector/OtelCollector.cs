using Infra.Components.Charts;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Telemetry.Collector;

/// <summary>
/// The collectors of a cluster: an agent on each node, which everything sends to, and the gateway, which alone reaches
/// AWS. Their namespace, certificates and the gateway's pod identity must exist: give them as <c>DependsOn</c>.
/// </summary>
public sealed class OtelCollector : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the collectors.</summary>
    public const string TypeToken = "strata:telemetry:OtelCollector";

    /// <summary>Installs the collectors.</summary>
    public OtelCollector(string name, OtelCollectorArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var gateway = Install(
            name,
            PlatformWorkloads.CollectorGateway,
            callsTheCluster: false,
            args.Destinations.Apply(to => (ChartValues)CollectorDeployment.Gateway(args.Settings, to)),
            []);
        // Agents that start before there is a gateway would keep what they are sent in memory, and then refuse it.
        _ = Install(
            name,
            PlatformWorkloads.CollectorAgent,
            callsTheCluster: true,
            CollectorDeployment.Agent(args.Settings),
            gateway);
        RegisterOutputs();
    }

    private InputList<Resource> Install(
        string name, Workload workload, bool callsTheCluster, Input<ChartValues> values, InputList<Resource> after)
    {
        var account = WorkloadAccount.Create(workload, callsTheCluster, new() { Parent = this });
        var release = ChartRelease.Install(
            $"{name}-{workload.Name}",
            new()
            {
                Chart = ChartPins.OtelCollector,
                ReleaseName = workload.Name,
                Namespace = workload.Namespace,
                Values = values,
            },
            new() { Parent = this, DependsOn = after.Concat(new InputList<Resource> { account }) });
        return new InputList<Resource> { release };
    }
}
