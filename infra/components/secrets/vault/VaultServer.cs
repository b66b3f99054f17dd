using System.Globalization;
using Infra.Components.Certificates;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Secrets.Vault.Values;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Infra.Components.Secrets.Vault;

/// <summary>
/// Vault: replicas with one Raft log, unsealed by KMS, under TLS, with the injector that puts its agent into pods. It
/// starts empty: see the README for the ceremony that initialises it. Stateful.
/// </summary>
public sealed class VaultServer : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the release.</summary>
    public const string TypeToken = "strata:vault:VaultServer";

    private const string ReleaseName = "vault";

    /// <summary>The label by which the API server knows a namespace's name.</summary>
    private const string NamespaceName = "kubernetes.io/metadata.name";

    private static readonly PodMount _certificate = new("tls", VaultServerConfig.TlsFolder);

    /// <summary>Declares the release, the service account it runs as, and its right to label its pods.</summary>
    public VaultServer(string name, VaultServerArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var account = WorkloadAccount.Create(
            PlatformWorkloads.Vault, callsTheCluster: true, new() { Parent = this });
        var registration = LabelOwnPods(name);
        _ = ChartRelease.Install(
            name,
            new()
            {
                Chart = ChartPins.Vault,
                ReleaseName = ReleaseName,
                Namespace = Namespace,
                Values = args.UnsealKeyArn.Apply(ChartValues (key) => Values(args, key)),
            },
            new() { Parent = this, DependsOn = { account, registration } });
        RegisterOutputs();
    }

    private static string Namespace => PlatformWorkloads.Vault.Namespace;

    /// <summary>What the chart is told.</summary>
    internal static VaultValues Values(VaultServerArgs args, string unsealKeyArn) => new()
    {
        Server = new()
        {
            Image = args.Placement.Image(ImagePins.Vault),
            Resources = ContainerResources.Of("250m", "512Mi"),
            PriorityClassName = args.Placement.PriorityClass,
            ExtraLabels = Component(PlatformWorkloads.Vault),
            ServiceAccount = new(PlatformWorkloads.Vault.ServiceAccount),
            ExtraContainers = [VaultSidecar.Container(args.Placement.Registry, _certificate)],
            Volumes = [PodVolume.OfSecret(_certificate.Name, PlatformCertificates.Vault.Name)],
            VolumeMounts = [_certificate],
            ExtraEnvironmentVars = new Dictionary<string, string>
            {
                ["VAULT_CACERT"] = VaultServerConfig.AuthorityFile,
            },
            DataStorage = new(GiB(args.DataGiB), args.StorageClass),
            AuditStorage = new(GiB(args.AuditGiB), args.StorageClass),
            TopologySpreadConstraints = args.Placement.Spread(PlatformWorkloads.Vault),
            Ha = new(
                args.Placement.Replicas,
                new(VaultServerConfig.Render(args.Placement.Replicas, args.Region, unsealKeyArn)),
                new(args.Placement.Replicas > 1, args.Placement.Budget?.MaxUnavailable)),
        },
        Injector = new()
        {
            Replicas = args.Placement.Replicas,
            Port = PlatformWorkloads.VaultInjector.PortNamed("webhook").Number,
            Image = args.Placement.Image(ImagePins.VaultInjector),
            AgentImage = args.Placement.Image(ImagePins.Vault),
            Certs = new(PlatformCertificates.VaultInjector.Name),
            Webhook = new()
            {
                NamespaceSelector = new(new Dictionary<string, string>
                {
                    [NamespaceName] = PlatformWorkloads.Api.Namespace,
                }),
                Annotations = new Dictionary<string, string>
                {
                    ["cert-manager.io/inject-ca-from"] = $"{Namespace}/{PlatformCertificates.VaultInjector.Name}",
                },
            },
            Resources = ContainerResources.Of("50m", "128Mi"),
            PriorityClassName = args.Placement.PriorityClass,
            ExtraLabels = Component(PlatformWorkloads.VaultInjector),
            PodDisruptionBudget = args.Placement.Budget,
            TopologySpreadConstraints = args.Placement.Spread(PlatformWorkloads.VaultInjector),
        },
    };

    /// <summary>The chart writes the name's label itself, and would write a second one beside it.</summary>
    private static Dictionary<string, string> Component(Workload workload) => workload.Labels
        .Where(label => label.Key is "app.kubernetes.io/component")
        .ToDictionary();

    private static string GiB(int size) => string.Create(CultureInfo.InvariantCulture, $"{size}Gi");

    /// <summary>Vault says with labels of its pods which of them leads; the Services go by them.</summary>
    private RoleBinding LabelOwnPods(string name)
    {
        const string RoleName = "vault-service-registration";
        var metadata = new ObjectMetaArgs { Name = RoleName, Namespace = Namespace };
        var role = new Role(
            $"{name}-registration",
            new RoleArgs
            {
                Metadata = metadata,
                Rules = new PolicyRuleArgs
                {
                    ApiGroups = [""],
                    Resources = ["pods"],
                    Verbs = ["get", "update", "patch"],
                },
            },
            new() { Parent = this });
        return new(
            $"{name}-registration",
            new RoleBindingArgs
            {
                Metadata = metadata,
                RoleRef = new RoleRefArgs
                {
                    ApiGroup = "rbac.authorization.k8s.io",
                    Kind = "Role",
                    Name = RoleName,
                },
                Subjects = new SubjectArgs
                {
                    Kind = "ServiceAccount",
                    Name = PlatformWorkloads.Vault.ServiceAccount,
                    Namespace = Namespace,
                },
            },
            new() { Parent = this, DependsOn = role });
    }
}
