namespace Infra.Components.Charts;

/// <summary>The images of others that run in the cluster, each at one version.</summary>
public static class ImagePins
{
    /// <summary>The OpenTelemetry collector with what Kubernetes needs.</summary>
    public static ImagePin OtelCollector { get; } =
        new(UpstreamRegistry.DockerHub, "otel/opentelemetry-collector-k8s", "0.158.0");

    /// <summary>Temporal's server.</summary>
    public static ImagePin TemporalServer { get; } = new(UpstreamRegistry.DockerHub, "temporalio/server", "1.31.2");

    /// <summary>Temporal's tools and schemas, of the server's version.</summary>
    public static ImagePin TemporalTools { get; } =
        new(UpstreamRegistry.DockerHub, "temporalio/admin-tools", "1.31.2");

    /// <summary>Temporal's web interface.</summary>
    public static ImagePin TemporalWeb { get; } = new(UpstreamRegistry.DockerHub, "temporalio/ui", "2.52.0");

    /// <summary>cert-manager.</summary>
    public static ImagePin CertManager { get; } =
        new(UpstreamRegistry.Quay, "jetstack/cert-manager-controller", "v1.20.3");

    /// <summary>cert-manager's webhook.</summary>
    public static ImagePin CertManagerWebhook { get; } =
        new(UpstreamRegistry.Quay, "jetstack/cert-manager-webhook", "v1.20.3");

    /// <summary>cert-manager's CA injector.</summary>
    public static ImagePin CertManagerInjector { get; } =
        new(UpstreamRegistry.Quay, "jetstack/cert-manager-cainjector", "v1.20.3");

    /// <summary>External Secrets: controller, webhook and certificates are one image.</summary>
    public static ImagePin ExternalSecrets { get; } =
        new(UpstreamRegistry.GitHub, "external-secrets/external-secrets", "v2.0.0");

    /// <summary>Vault, also as the agent in pods.</summary>
    public static ImagePin Vault { get; } = new(UpstreamRegistry.DockerHub, "hashicorp/vault", "1.21.2");

    /// <summary>What puts Vault's agent into pods.</summary>
    public static ImagePin VaultInjector { get; } = new(UpstreamRegistry.DockerHub, "hashicorp/vault-k8s", "1.7.2");

    /// <summary>Argo Rollouts.</summary>
    public static ImagePin ArgoRollouts { get; } = new(UpstreamRegistry.Quay, "argoproj/argo-rollouts", "v1.9.0");

    /// <summary>The AWS Load Balancer Controller.</summary>
    public static ImagePin LoadBalancerController { get; } =
        new(UpstreamRegistry.PublicEcr, "eks/aws-load-balancer-controller", "v3.4.0");

    /// <summary>The AWS CLI.</summary>
    public static ImagePin AwsCli { get; } = new(UpstreamRegistry.PublicEcr, "aws-cli/aws-cli", "2.32.0");

    /// <summary>PostgreSQL, for its client.</summary>
    public static ImagePin Postgres { get; } = new(UpstreamRegistry.PublicEcr, "docker/library/postgres", "17.6");

    /// <summary>The OpenTelemetry collector with every exporter: the other has none for AWS.</summary>
    public static ImagePin OtelCollectorContrib { get; } =
        new(UpstreamRegistry.DockerHub, "otel/opentelemetry-collector-contrib", "0.158.0");

    /// <summary>Prometheus, of the line with long support.</summary>
    public static ImagePin Prometheus { get; } = new(UpstreamRegistry.Quay, "prometheus/prometheus", "v3.5.0");

    /// <summary>Alertmanager.</summary>
    public static ImagePin Alertmanager { get; } = new(UpstreamRegistry.Quay, "prometheus/alertmanager", "v0.28.1");

    /// <summary>What tells the state of the cluster's objects.</summary>
    public static ImagePin KubeStateMetrics { get; } =
        new(UpstreamRegistry.Kubernetes, "kube-state-metrics/kube-state-metrics", "v2.16.0");

    /// <summary>What asks PostgreSQL.</summary>
    public static ImagePin PostgresExporter { get; } =
        new(UpstreamRegistry.Quay, "prometheuscommunity/postgres-exporter", "v0.17.1");

    /// <summary>What asks CloudWatch.</summary>
    public static ImagePin CloudWatchExporter { get; } =
        new(UpstreamRegistry.Quay, "prometheuscommunity/yet-another-cloudwatch-exporter", "v0.63.0");
}
