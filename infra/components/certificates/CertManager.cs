using Infra.Components.Certificates.Values;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Certificates;

/// <summary>cert-manager: controller, webhook and CA injector, with the definitions of what they read.</summary>
public sealed class CertManager : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the release.</summary>
    public const string TypeToken = "strata:certificates:CertManager";

    private const string ReleaseName = "cert-manager";

    /// <summary>Declares the release, and the service accounts it runs as.</summary>
    public CertManager(string name, CertManagerArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        Workload[] workloads =
        [
            PlatformWorkloads.CertManager, PlatformWorkloads.CertManagerWebhook, PlatformWorkloads.CertManagerInjector,
        ];
        var accounts = workloads.Select(workload =>
            WorkloadAccount.Create(workload, callsTheCluster: true, new() { Parent = this })).ToArray<Resource>();
        _ = ChartRelease.Install(
            name,
            new()
            {
                Chart = ChartPins.CertManager,
                ReleaseName = ReleaseName,
                Namespace = Namespace,
                Values = Values(args.Placement),
            },
            new() { Parent = this, DependsOn = accounts });
        RegisterOutputs();
    }

    /// <summary>Its namespace, where the Secrets of cluster-wide issuers are.</summary>
    internal static string Namespace => PlatformWorkloads.CertManager.Namespace;

    /// <summary>What the chart is told.</summary>
    internal static CertManagerValues Values(Placement placement) => new()
    {
        Global = new(placement.PriorityClass, new(Namespace)),
        FullnameOverride = ReleaseName,
        ReplicaCount = placement.Replicas,
        PodDisruptionBudget = placement.SwitchedBudget,
        Image = placement.Image(ImagePins.CertManager),
        ServiceAccount = ServiceAccountRef.Of(PlatformWorkloads.CertManager),
        Resources = ContainerResources.Of("50m", "128Mi"),
        TopologySpreadConstraints = placement.Spread(PlatformWorkloads.CertManager),
        Webhook = Part(placement, PlatformWorkloads.CertManagerWebhook, ImagePins.CertManagerWebhook, "64Mi") with
        {
            SecurePort = PlatformWorkloads.CertManagerWebhook.PortNamed("webhook").Number,
        },
        Cainjector =
            Part(placement, PlatformWorkloads.CertManagerInjector, ImagePins.CertManagerInjector, "256Mi"),
    };

    private static PartValues Part(Placement placement, Workload workload, ImagePin image, string memory) => new()
    {
        ReplicaCount = placement.Replicas,
        PodDisruptionBudget = placement.SwitchedBudget,
        Image = placement.Image(image),
        ServiceAccount = ServiceAccountRef.Of(workload),
        Resources = ContainerResources.Of("25m", memory),
        TopologySpreadConstraints = placement.Spread(workload),
    };
}
