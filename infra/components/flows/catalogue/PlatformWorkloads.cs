using System.Collections.Immutable;
using static Infra.Components.Flows.Catalogue.PlatformPorts;

namespace Infra.Components.Flows.Catalogue;

/// <summary>
/// The workloads of the platform. Namespaces, labels and service accounts are those that the charts give their pods,
/// and the one source for what creates them here.
/// </summary>
public static class PlatformWorkloads
{
    private const string System = "kube-system";
    private const string Observability = "observability";
    private const string TemporalNamespace = "temporal";
    private const int TemporalMetrics = 9090;

    /// <summary>Name of the gateway's port with the metrics that were sent to it.</summary>
    public const string ExportedName = "exported";

    /// <summary>The service's API. It calls nothing of AWS, so it gets no credentials.</summary>
    public static Workload Api { get; } =
        Of("api", "the service's API", "strata", "api") with { Ports = [ApiHttps] };

    /// <summary>The Temporal worker of the service.</summary>
    public static Workload Worker { get; } =
        Of("worker", "the service's Temporal worker", "strata", "worker") with { PodIdentity = true };

    /// <summary>The job that makes databases, their roles and the roles' passwords.</summary>
    public static Workload DatabaseSetup { get; } =
        Of("database-setup", "the job that makes databases and their roles", "strata", "database-setup") with
        {
            Controller = Controller.Job,
            PodIdentity = true,
        };

    /// <summary>Temporal's frontend. Clients call the port that its peers call too.</summary>
    public static Workload TemporalFrontend { get; } = Temporal("frontend", "Temporal's frontend") with
    {
        Ports = [TemporalApi, new("membership", 6933), Metrics(TemporalMetrics)],
    };

    /// <summary>Temporal's history service.</summary>
    public static Workload TemporalHistory { get; } = Temporal("history", "Temporal's history service") with
    {
        Ports = [.. TemporalPeers(7234, 6934), Metrics(TemporalMetrics)],
    };

    /// <summary>Temporal's matching service.</summary>
    public static Workload TemporalMatching { get; } = Temporal("matching", "Temporal's matching service") with
    {
        Ports = [.. TemporalPeers(7235, 6935), Metrics(TemporalMetrics)],
    };

    /// <summary>Temporal's own worker, which runs system workflows. Nobody calls its RPC port, 7239.</summary>
    public static Workload TemporalWorker { get; } = Temporal("worker", "Temporal's system worker") with
    {
        Ports = [new("membership", 6939), Metrics(TemporalMetrics)],
    };

    /// <summary>Temporal's web interface, reached by port-forward only.</summary>
    public static Workload TemporalWeb { get; } = Temporal("web", "Temporal's web interface");

    /// <summary>Temporal's command line tools, for operators.</summary>
    public static Workload TemporalTools { get; } = Temporal("admintools", "Temporal's tools for operators");

    /// <summary>The jobs that make Temporal's schemas and namespaces.</summary>
    public static Workload TemporalSchema { get; } =
        Temporal("database", "Temporal's schema and namespace jobs") with { Controller = Controller.Job };

    /// <summary>The collector on each node.</summary>
    public static Workload CollectorAgent { get; } =
        Collector("agent", "agent-collector", "the OTel collector on each node") with
        {
            Ports = [OtlpGrpc, OtlpHttp, Metrics(8888)],
            Controller = Controller.DaemonSet,
        };

    /// <summary>The collector that everything leaves the cluster through.</summary>
    public static Workload CollectorGateway { get; } =
        Collector("gateway", "standalone-collector", "the OTel collector's way out") with
        {
            Ports = [OtlpGrpc, Metrics(8888), new(ExportedName, 8889)],
            PodIdentity = true,
        };

    /// <summary>Prometheus, for rules and analysis; long-term metrics are in AMP.</summary>
    public static Workload Prometheus { get; } = Of("prometheus", "Prometheus", Observability, "prometheus") with
    {
        Ports = [PrometheusApi],
        Controller = Controller.StatefulSet,
        PodIdentity = true,
    };

    /// <summary>Alertmanager.</summary>
    public static Workload Alertmanager { get; } =
        Of("alertmanager", "Alertmanager", Observability, "alertmanager") with
        {
            Ports = [AlertmanagerApi, AlertmanagerMesh, AlertmanagerMeshUdp],
            Controller = Controller.StatefulSet,
            PodIdentity = true,
        };

    /// <summary>What tells Prometheus the state of the cluster's objects.</summary>
    public static Workload KubeStateMetrics { get; } =
        Of("kube-state-metrics", "kube-state-metrics", Observability, "kube-state-metrics") with
        {
            Ports = [Metrics(8080)],
        };

    /// <summary>What tells Prometheus whether PostgreSQL takes connections.</summary>
    public static Workload PostgresExporter { get; } =
        Of("postgres-exporter", "postgres_exporter", Observability, "postgres-exporter") with
        {
            Ports = [Metrics(9187)],
        };

    /// <summary>What tells Prometheus the metrics of AWS itself: backups and replication.</summary>
    public static Workload CloudWatchExporter { get; } =
        Of("cloudwatch-exporter", "yet-another-cloudwatch-exporter", Observability, "cloudwatch-exporter") with
        {
            Ports = [Metrics(5000)],
            PodIdentity = true,
        };

    /// <summary>Vault.</summary>
    public static Workload Vault { get; } = Of("vault", "Vault", "vault", "vault", "server") with
    {
        Ports = [VaultApi, VaultCluster],
        Controller = Controller.StatefulSet,
        PodIdentity = true,
    };

    /// <summary>What puts Vault's agent into pods.</summary>
    public static Workload VaultInjector { get; } =
        Of("vault-agent-injector", "Vault's injector", "vault", "vault-agent-injector", "webhook") with
        {
            Ports = [Webhook(8080)],
        };

    /// <summary>The job that applies what is declared of Vault's policies and roles.</summary>
    public static Workload VaultConfiguration { get; } =
        Of("vault-configuration", "Vault's policies and roles", "vault", "vault-configuration") with
        {
            Controller = Controller.Job,
        };

    /// <summary>External Secrets.</summary>
    public static Workload ExternalSecrets { get; } =
        Of("external-secrets", "External Secrets", "external-secrets", "external-secrets") with
        {
            Ports = [Metrics(8080)],
            PodIdentity = true,
        };

    /// <summary>External Secrets' webhook.</summary>
    public static Workload ExternalSecretsWebhook { get; } =
        Of("external-secrets-webhook", "External Secrets' webhook", "external-secrets", "external-secrets-webhook") with
        {
            Ports = [Webhook(10250), Metrics(8080)],
        };

    /// <summary>What keeps the webhook's certificate.</summary>
    public static Workload ExternalSecretsCertificates { get; } = Of(
        "external-secrets-cert-controller", "External Secrets' certificates", "external-secrets",
        "external-secrets-cert-controller") with
    {
        Ports = [Metrics(8080)],
    };

    /// <summary>cert-manager. Its CA is inside the cluster: it calls no certificate authority.</summary>
    public static Workload CertManager { get; } =
        Of("cert-manager", "cert-manager", "cert-manager", "cert-manager", "controller") with
        {
            Ports = [Metrics(9402)],
        };

    /// <summary>cert-manager's webhook.</summary>
    public static Workload CertManagerWebhook { get; } =
        Of("cert-manager-webhook", "cert-manager's webhook", "cert-manager", "webhook", "webhook") with
        {
            Ports = [Webhook(10250), Metrics(9402)],
        };

    /// <summary>cert-manager's CA injector.</summary>
    public static Workload CertManagerInjector { get; } =
        Of("cert-manager-cainjector", "cert-manager's CA injector", "cert-manager", "cainjector", "cainjector") with
        {
            Ports = [Metrics(9402)],
        };

    /// <summary>Argo Rollouts. There is no Argo CD: releases are pushed by the pipeline.</summary>
    public static Workload ArgoRollouts { get; } =
        Of("argo-rollouts", "Argo Rollouts", "argo-rollouts", "argo-rollouts") with { Ports = [Metrics(8090)] };

    /// <summary>CoreDNS. Under strict enforcement it needs a policy as anything else does.</summary>
    public static Workload CoreDns { get; } = new(
        "coredns", "CoreDNS", System, Labels("k8s-app", "kube-dns"), "coredns")
    {
        Ports = [Dns, DnsTcp, Metrics(9153)],
    };

    /// <summary>The EBS CSI driver's controller.</summary>
    public static Workload EbsController { get; } = new(
        "ebs-csi-controller", "the EBS CSI controller", System, Labels("app", "ebs-csi-controller"),
        "ebs-csi-controller-sa")
    {
        PodIdentity = true,
    };

    /// <summary>The EBS CSI driver on each node. It is not on its node's network.</summary>
    public static Workload EbsNode { get; } = new(
        "ebs-csi-node", "the EBS CSI driver on each node", System, Labels("app", "ebs-csi-node"), "ebs-csi-node-sa")
    {
        Controller = Controller.DaemonSet,
    };

    /// <summary>What registers pods with the load balancer.</summary>
    public static Workload LoadBalancerController { get; } = Of(
        "load-balancer-controller", "the AWS Load Balancer Controller", System, "aws-load-balancer-controller") with
    {
        ServiceAccount = "aws-load-balancer-controller",
        Ports = [Webhook(9443), Metrics(8080)],
        PodIdentity = true,
    };

    /// <summary>What autoscaling reads. EKS's add-on listens on 10251.</summary>
    public static Workload MetricsServer { get; } =
        Of("metrics-server", "metrics-server", System, "metrics-server") with { Ports = [Webhook(10251)] };

    /// <summary>Temporal's four services, which call each other.</summary>
    public static IReadOnlyList<Workload> TemporalServices { get; } =
        [TemporalFrontend, TemporalHistory, TemporalMatching, TemporalWorker];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        Api, Worker, DatabaseSetup, .. TemporalServices, TemporalWeb, TemporalTools, TemporalSchema, CollectorAgent,
        CollectorGateway, Prometheus, Alertmanager, KubeStateMetrics, PostgresExporter, CloudWatchExporter, Vault,
        VaultInjector, VaultConfiguration, ExternalSecrets, ExternalSecretsWebhook, ExternalSecretsCertificates,
        CertManager, CertManagerWebhook, CertManagerInjector, ArgoRollouts, CoreDns, EbsController, EbsNode,
        LoadBalancerController, MetricsServer,
    ];

    private static Workload Temporal(string component, string description) =>
        Of($"temporal-{component}", description, TemporalNamespace, "temporal", component) with
        {
            ServiceAccount = "temporal",
        };

    private static Workload Collector(string name, string component, string description) =>
        Of($"collector-{name}", description, Observability, "opentelemetry-collector", component);

    private static Workload Of(string name, string description, string ns, string app, string? component = null) =>
        new(name, description, ns, Labels("app.kubernetes.io/name", app, component), name);

    private static ImmutableSortedDictionary<string, string> Labels(string key, string value, string? component = null)
    {
        var labels = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(key, value);
        return component is null ? labels : labels.Add("app.kubernetes.io/component", component);
    }
}
