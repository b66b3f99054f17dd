using Infra.Components.Observability.Dashboards;

namespace Infra.Components.Telemetry.Dashboards;

/// <summary>Arguments of <see cref="DashboardMaps"/>.</summary>
public sealed class DashboardMapsArgs : ResourceArgs
{
    /// <summary>The dashboards.</summary>
    public required IReadOnlyList<Dashboard> Dashboards { get; init; }

    /// <summary>The namespace, which must exist.</summary>
    public required string Namespace { get; init; }
}
