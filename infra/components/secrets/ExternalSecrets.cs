using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Secrets.Values;

namespace Infra.Components.Secrets;

/// <summary>
/// External Secrets: copies what <see cref="CopiedSecrets"/> names from Secrets Manager into the cluster. Its own pods
/// have the role that may read them; see <see cref="SecretReadingPolicy"/>.
/// </summary>
public sealed class ExternalSecrets : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the release.</summary>
    public const string TypeToken = "strata:secrets:ExternalSecrets";

    private const string ReleaseName = "external-secrets";

    /// <summary>Declares the release, and the service accounts it runs as.</summary>
    public ExternalSecrets(string name, ExternalSecretsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        Workload[] workloads =
        [
            PlatformWorkloads.ExternalSecrets, PlatformWorkloads.ExternalSecretsWebhook,
            PlatformWorkloads.ExternalSecretsCertificates,
        ];
        var accounts = workloads.Select(workload =>
            WorkloadAccount.Create(workload, callsTheCluster: true, new() { Parent = this })).ToArray<Resource>();
        _ = ChartRelease.Install(
            name,
            new()
            {
                Chart = ChartPins.ExternalSecrets,
                ReleaseName = ReleaseName,
                Namespace = PlatformWorkloads.ExternalSecrets.Namespace,
                Values = Values(args.Placement),
            },
            new() { Parent = this, DependsOn = accounts });
        RegisterOutputs();
    }

    /// <summary>What the chart is told.</summary>
    internal static ExternalSecretsValues Values(Placement placement) => new()
    {
        FullnameOverride = ReleaseName,
        ReplicaCount = placement.Replicas,
        LeaderElect = placement.Replicas > 1,
        Image = placement.Image(ImagePins.ExternalSecrets),
        ServiceAccount = ServiceAccountRef.Of(PlatformWorkloads.ExternalSecrets),
        Resources = ContainerResources.Of("50m", "192Mi"),
        PriorityClassName = placement.PriorityClass,
        PodDisruptionBudget = placement.SwitchedBudget,
        TopologySpreadConstraints = placement.Spread(PlatformWorkloads.ExternalSecrets),
        Metrics = MetricsListener.Of(PlatformWorkloads.ExternalSecrets),
        Webhook = Webhook(placement, PlatformWorkloads.ExternalSecretsWebhook),
        CertController = CertController(placement, PlatformWorkloads.ExternalSecretsCertificates),
    };

    private static WebhookValues Webhook(Placement placement, Workload workload) => new()
    {
        Port = workload.PortNamed("webhook").Number,
        ReplicaCount = placement.Replicas,
        Image = placement.Image(ImagePins.ExternalSecrets),
        ServiceAccount = ServiceAccountRef.Of(workload),
        Resources = ContainerResources.Of("25m", "96Mi"),
        PriorityClassName = placement.PriorityClass,
        PodDisruptionBudget = placement.SwitchedBudget,
        TopologySpreadConstraints = placement.Spread(workload),
        Metrics = MetricsListener.Of(workload),
    };

    private static CertControllerValues CertController(Placement placement, Workload workload) => new()
    {
        ReplicaCount = placement.Replicas,
        Image = placement.Image(ImagePins.ExternalSecrets),
        ServiceAccount = ServiceAccountRef.Of(workload),
        Resources = ContainerResources.Of("25m", "96Mi"),
        PriorityClassName = placement.PriorityClass,
        PodDisruptionBudget = placement.SwitchedBudget,
        TopologySpreadConstraints = placement.Spread(workload),
        Metrics = MetricsListener.Of(workload),
    };
}
