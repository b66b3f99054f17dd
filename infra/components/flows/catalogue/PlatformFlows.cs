using static Infra.Components.Flows.Catalogue.PlatformPorts;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;

namespace Infra.Components.Flows.Catalogue;

/// <summary>
/// Who may call what on the platform. A line here is all it takes to open a way, and nothing else opens one.
/// </summary>
public static class PlatformFlows
{
    private const string Platform = "platform";
    private const string Service = "service";

    /// <summary>The flows of an environment with the given addresses.</summary>
    /// <exception cref="FlowModelException">The addresses leave parties that no policy could tell apart.</exception>
    public static FlowModel Declare(NetworkPlan plan)
    {
        var at = new PlatformEndpoints(plan);
        string[] problems = [.. plan.Check().Select(problem => problem.Sentence)];
        if (problems.Length > 0)
        {
            throw new FlowModelException(problems);
        }

        var identity = new ExternalDomain("identity-provider", "where people sign in", plan.IdentityProviders)
        {
            Ports = [Https],
        };
        var timestamps = new ExternalDomain(
            "timestamp-authority", "RFC 3161 time-stamping authorities", plan.TimestampAuthorities)
        { Ports = [Http] };

        return new FlowModel(
            [.. PlatformWorkloads.All, .. at.All, identity, timestamps],
            [
                .. ServiceFlows(at, identity, timestamps), .. TemporalFlows(at), .. TelemetryFlows(at),
                .. SecretFlows(at), .. ClusterFlows(at),
            ]);
    }

    private static IEnumerable<Flow> ServiceFlows(
        PlatformEndpoints at, ExternalDomain identity, ExternalDomain timestamps) =>
    [
        new(at.Clients, at.LoadBalancer, Https, "People and systems use the API.", Service),
        new(at.LoadBalancer, Api, ApiHttps, "The load balancer passes requests on, still under TLS.", Service),
        new(Api, TemporalFrontend, TemporalApi, "The API starts and queries workflows.", Service),
        new(Api, at.Database, Postgres, "The API keeps the service's data.", Service),
        new(Api, identity, Https, "The API fetches the keys that sign-in tokens are signed with.", Service),
        new(Worker, TemporalFrontend, TemporalApi, "The worker polls for tasks.", Service),
        new(Worker, at.S3, Https, "The worker writes evidence to the vault and reads it back.", Service),
        new(Worker, at.Kms, Https, "The worker has evidence signed by a key it cannot read.", Service),
        new(Worker, timestamps, Http, "The worker has signatures time-stamped by a third party.", Service),
    ];

    private static IEnumerable<Flow> TemporalFlows(PlatformEndpoints at) =>
    [
        .. from caller in TemporalServices
           from called in TemporalServices
           from port in called.Ports
           where port.Name is not MetricsName
           select new Flow(caller, called, port, "Temporal's services find and call each other.", Platform),
        .. TemporalServices.Append(TemporalSchema).Select(w =>
            new Flow(w, at.Database, Postgres, "Temporal keeps its state and schemas.", Platform)),
        .. new[] { TemporalWeb, TemporalTools, TemporalSchema }.Select(w => new Flow(
            w, TemporalFrontend, TemporalApi, "Operators and jobs use Temporal as clients do.", Platform)),
    ];

    private static IEnumerable<Flow> TelemetryFlows(PlatformEndpoints at) =>
    [
        .. from sender in (Workload[])[Api, Worker]
           from port in (Port[])[OtlpGrpc, OtlpHttp]
           select new Flow(sender, CollectorAgent, port, "The service sends its telemetry to its node.", Service),
        .. TemporalServices.Select(w =>
            new Flow(w, CollectorAgent, OtlpGrpc, "Temporal sends its traces to the node's collector.", Platform)),
        new(CollectorAgent, CollectorGateway, OtlpGrpc, "Agents hand everything to the gateway.", Platform),
        new(CollectorAgent, at.Nodes, Kubelet, "The agent reads its node's statistics.", Platform),
        new(CollectorGateway, at.Amp, Https, "Metrics are kept in Amazon Managed Prometheus.", Platform),
        new(CollectorGateway, at.Logs, Https, "Logs are kept in CloudWatch.", Platform),
        new(CollectorGateway, at.XRay, Https, "Traces are kept in X-Ray.", Platform),
        .. PlatformWorkloads.All.SelectMany(w => w.Ports.Where(p => p.Name is MetricsName)
            .Select(p => new Flow(Prometheus, w, p, "Prometheus scrapes metrics.", Platform))),
        new(Prometheus, CollectorGateway, CollectorGateway.Ports.Single(p => p.Name is ExportedName),
            "Prometheus scrapes what the service sent, for SLO rules.", Platform),
        new(Prometheus, Prometheus, PrometheusApi, "Replicas watch each other.", Platform),
        new(Prometheus, at.Amp, Https, "What is scraped and what rules store is kept in AMP.", Platform),
        new(PostgresExporter, at.Database, Postgres, "A database that takes connections is up.", Platform),
        new(CloudWatchExporter, at.CloudWatch, Https, "Backups and replication are AWS's to tell.", Platform),
        new(CloudWatchExporter, at.Sts, Https, "The exporter asks which account it is in.", Platform),
        new(Prometheus, Alertmanager, AlertmanagerApi, "Rules that fire become alerts.", Platform),
        .. new[] { AlertmanagerMesh, AlertmanagerMeshUdp }.Select(port =>
            new Flow(Alertmanager, Alertmanager, port, "Replicas agree on what was already sent.", Platform)),
        new(Alertmanager, at.Sns, Https, "Alerts reach people through SNS.", Platform),
        new(ArgoRollouts, Prometheus, PrometheusApi, "A rollout is judged by its SLOs.", Platform),
    ];

    private static IEnumerable<Flow> SecretFlows(PlatformEndpoints at) =>
    [
        .. new[] { Api, Worker }.Select(w =>
            new Flow(w, Vault, VaultApi, "The injected agent fetches the pod's secrets.", Service)),
        new(DatabaseSetup, at.Database, Postgres, "The setup makes databases and their roles.", Service),
        new(DatabaseSetup, at.SecretsManager, Https, "The setup keeps the roles' passwords.", Service),
        new(Vault, Vault, VaultApi, "A replica joins through its peers' API.", Platform),
        new(Vault, Vault, VaultCluster, "Replicas keep one log and forward requests to the leader.", Platform),
        new(Vault, at.Kms, Https, "Vault unseals with a KMS key.", Platform),
        new(VaultInjector, Vault, VaultApi, "The injector checks that Vault is there.", Platform),
        new(VaultConfiguration, Vault, VaultApi, "Declared policies and roles are applied.", Platform),
        new(ExternalSecrets, at.SecretsManager, Https, "Secrets are copied into the cluster.", Platform),
    ];

    private static IEnumerable<Flow> ClusterFlows(PlatformEndpoints at) =>
    [
        .. from caller in PlatformWorkloads.All
           where caller != CoreDns
           from port in (Port[])[Dns, DnsTcp]
           select new Flow(caller, CoreDns, port, "Every pod looks names up.", Platform),
        .. new[] { Dns, DnsTcp }.Select(port =>
            new Flow(CoreDns, at.Resolver, port, "Names outside the cluster are the VPC resolver's.", Platform)),
        .. PlatformWorkloads.All.Where(w => w.PodIdentity).Select(w =>
            new Flow(w, at.PodIdentityAgent, Http, "The pod gets AWS credentials from its node's agent.", Platform)),
        .. new[]
        {
            ArgoRollouts, CertManager, CertManagerInjector, CertManagerWebhook, CollectorAgent, CoreDns, EbsController,
            ExternalSecrets, ExternalSecretsCertificates, ExternalSecretsWebhook, LoadBalancerController, MetricsServer,
            KubeStateMetrics, Prometheus, Vault, VaultInjector,
        }.Select(w => new Flow(w, at.ControlPlane, Https, "It reads or changes objects of the cluster.", Platform)),
        .. PlatformWorkloads.All.SelectMany(w => w.Ports.Where(p => p.Name == "webhook").Select(p =>
            new Flow(at.ControlPlane, w, p, "The API server asks webhooks and aggregated APIs.", Platform))),
        new(at.ControlPlane, at.Nodes, Kubelet, "The API server reads logs and runs commands on nodes.", Platform),
        new(MetricsServer, at.Nodes, Kubelet, "Autoscaling needs every node's usage.", Platform),
        new(EbsNode, at.ControlPlane, Https, "The driver asks for its node's zone; a pod reaches no metadata service.",
            Platform),
        new(EbsController, at.Ec2, Https, "Volumes are made and attached.", Platform),
        new(LoadBalancerController, at.Ec2, Https, "The controller finds subnets and security groups.", Platform),
        new(LoadBalancerController, at.LoadBalancing, Https, "The controller registers pods as targets.", Platform),
        new(at.Nodes, at.ControlPlane, Https, "A node joins the cluster and reports.", Platform),
        .. new[] { at.EcrApi, at.EcrRegistry, at.S3 }.Select(e =>
            new Flow(at.Nodes, e, Https, "A node pulls images, whose layers are in S3.", Platform)),
        .. new[] { at.Ec2, at.Eks, at.EksAuth, at.Sts }.Select(e =>
            new Flow(at.Nodes, e, Https, "A node joins, gets addresses and exchanges pods' tokens.", Platform)),
    ];
}
