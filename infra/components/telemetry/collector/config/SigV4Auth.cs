namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Signs requests to AWS with the pod's own identity.</summary>
/// <param name="Region">The region of the service.</param>
/// <param name="Service">The service as signatures name it, <c>aps</c> for Managed Prometheus.</param>
public sealed record SigV4Auth(string Region, string Service) : Extension("sigv4auth");
