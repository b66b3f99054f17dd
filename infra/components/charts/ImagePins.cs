namespace Infra.Components.Charts;

/// <summary>The images of others that run in the cluster, each at one version.</summary>
public static class ImagePins
{
    /// <summary>The OpenTelemetry collector with what Kubernetes needs.</summary>
    public static ImagePin OtelCollector { get; } =
        new(UpstreamRegistry.DockerHub, "otel/opentelemetry-collector-k8s", "0.158.0");
}
