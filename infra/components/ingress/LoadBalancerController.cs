using System.Globalization;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Ingress.Values;
using Infra.Components.Tagging;

namespace Infra.Components.Ingress;

/// <summary>
/// The AWS Load Balancer Controller: makes the API's load balancer and registers pods as its targets. What it may do in
/// AWS is in <see cref="LoadBalancerPolicy"/>.
/// </summary>
public sealed class LoadBalancerController : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the release.</summary>
    public const string TypeToken = "strata:ingress:LoadBalancerController";

    private const string ReleaseName = "aws-load-balancer-controller";

    /// <summary>The user <c>nobody</c>, as whom the image runs.</summary>
    private const int Nobody = 65534;

    /// <summary>Declares the release, and the service account it runs as.</summary>
    public LoadBalancerController(
        string name, LoadBalancerControllerArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var account = WorkloadAccount.Create(
            PlatformWorkloads.LoadBalancerController, callsTheCluster: true, new() { Parent = this });
        _ = ChartRelease.Install(
            name,
            new()
            {
                Chart = ChartPins.LoadBalancerController,
                ReleaseName = ReleaseName,
                Namespace = PlatformWorkloads.LoadBalancerController.Namespace,
                Values = Output.Tuple(args.ClusterName, args.VpcId).Apply(ChartValues (known) =>
                    Values(args.Placement, known.Item1, args.Region, known.Item2, args.Tags)),
            },
            new() { Parent = this, DependsOn = account });
        RegisterOutputs();
    }

    /// <summary>What the chart is told.</summary>
    internal static LoadBalancerControllerValues Values(
        Placement placement, string cluster, string region, string vpc, StandardTags tags)
    {
        var workload = PlatformWorkloads.LoadBalancerController;
        var metrics = workload.PortNamed(PlatformPorts.MetricsName).Number;
        return new()
        {
            FullnameOverride = ReleaseName,
            ClusterName = cluster,
            Region = region,
            VpcId = vpc,
            ReplicaCount = placement.Replicas,
            Image = placement.Image(ImagePins.LoadBalancerController),
            ServiceAccount = ServiceAccountRef.Of(workload),
            Resources = ContainerResources.Of("100m", "256Mi"),
            PodSecurityContext = new(Nobody),
            PodDisruptionBudget = placement.Budget,
            TopologySpreadConstraints = placement.Spread(workload),
            WebhookBindPort = workload.PortNamed("webhook").Number,
            MetricsBindAddr = string.Create(CultureInfo.InvariantCulture, $":{metrics}"),
            DefaultTags = new SortedDictionary<string, string>(tags.ToDictionary(), StringComparer.Ordinal),
        };
    }
}
