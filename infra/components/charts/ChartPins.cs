namespace Infra.Components.Charts;

/// <summary>
/// The charts that are installed, each at one version. Whoever raises a version compares the chart's values and
/// templates with the records that are typed for it.
/// </summary>
public static class ChartPins
{
    /// <summary>The OpenTelemetry collector, 0.158.0.</summary>
    public static ChartPin OtelCollector { get; } = new(
        "https://open-telemetry.github.io/opentelemetry-helm-charts", "opentelemetry-collector", "0.170.0");

    /// <summary>Temporal, 1.31.2. Its schema here is <c>values.schema.json</c> beside the component.</summary>
    public static ChartPin Temporal { get; } = new("https://go.temporal.io/helm-charts/", "temporal", "1.6.0");

    /// <summary>cert-manager.</summary>
    public static ChartPin CertManager { get; } = new("https://charts.jetstack.io", "cert-manager", "v1.20.3");

    /// <summary>External Secrets.</summary>
    public static ChartPin ExternalSecrets { get; } =
        new("https://charts.external-secrets.io", "external-secrets", "2.0.0");

    /// <summary>Vault, 1.21.2.</summary>
    public static ChartPin Vault { get; } = new("https://helm.releases.hashicorp.com", "vault", "0.32.0");

    /// <summary>Argo Rollouts, 1.9.0.</summary>
    public static ChartPin ArgoRollouts { get; } =
        new("https://argoproj.github.io/argo-helm", "argo-rollouts", "2.40.9");

    /// <summary>The AWS Load Balancer Controller.</summary>
    public static ChartPin LoadBalancerController { get; } =
        new("https://aws.github.io/eks-charts", "aws-load-balancer-controller", "3.4.0");
}
