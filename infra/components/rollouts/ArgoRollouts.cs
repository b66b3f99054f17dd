using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Rollouts.Values;

namespace Infra.Components.Rollouts;

/// <summary>Argo Rollouts: canary releases that are judged by their SLOs. No dashboard.</summary>
public sealed class ArgoRollouts : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the release.</summary>
    public const string TypeToken = "strata:rollouts:ArgoRollouts";

    private const string ReleaseName = "argo-rollouts";

    /// <summary>Declares the release, and the service account it runs as.</summary>
    public ArgoRollouts(string name, ArgoRolloutsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var account = WorkloadAccount.Create(
            PlatformWorkloads.ArgoRollouts, callsTheCluster: true, new() { Parent = this });
        _ = ChartRelease.Install(
            name,
            new()
            {
                Chart = ChartPins.ArgoRollouts,
                ReleaseName = ReleaseName,
                Namespace = PlatformWorkloads.ArgoRollouts.Namespace,
                Values = Values(args.Placement),
            },
            new() { Parent = this, DependsOn = account });
        RegisterOutputs();
    }

    /// <summary>What the chart is told.</summary>
    internal static RolloutsValues Values(Placement placement) => new()
    {
        FullnameOverride = ReleaseName,
        ServiceAccount = ServiceAccountRef.Of(PlatformWorkloads.ArgoRollouts),
        Controller = new()
        {
            Replicas = placement.Replicas,
            Image = new(
                $"{placement.Registry}/{ImagePins.ArgoRollouts.Upstream.Prefix}",
                ImagePins.ArgoRollouts.Repository,
                ImagePins.ArgoRollouts.Tag),
            Resources = ContainerResources.Of("100m", "256Mi"),
            PriorityClassName = placement.PriorityClass,
            ContainerPorts =
                new(PlatformWorkloads.ArgoRollouts.PortNamed(PlatformPorts.MetricsName).Number),
            Pdb = placement.SwitchedBudget,
            TopologySpreadConstraints = placement.Spread(PlatformWorkloads.ArgoRollouts),
        },
    };
}
