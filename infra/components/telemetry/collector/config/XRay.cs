namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Writes traces to X-Ray.</summary>
/// <param name="Region">The region.</param>
public sealed record XRay(string Region) : Exporter("awsxray")
{
    /// <inheritdoc/>
    internal override IReadOnlyList<Signal> Signals { get; } = [Signal.Traces];

    /// <summary>Instance metadata is closed to pods and is not asked.</summary>
    public bool LocalMode { get; } = true;

    /// <summary>Attributes that traces can be searched by.</summary>
    public IReadOnlyList<string> IndexedAttributes { get; } =
        ["otel.resource.deployment.environment.name", "otel.resource.k8s.namespace.name"];
}
