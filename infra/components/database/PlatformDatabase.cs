namespace Infra.Components.Database;

/// <summary>The databases of the platform's PostgreSQL instance: who uses each, and as which role.</summary>
/// <param name="Purpose">What it is called in outputs and secrets' names: a DNS label.</param>
/// <param name="Database">Name of the database.</param>
/// <param name="Role">Name of the role that owns it, and that its user signs in as.</param>
public sealed record PlatformDatabase(string Purpose, string Database, string Role)
{
    /// <summary>The service's own data.</summary>
    public static PlatformDatabase Service { get; } = new("service", "strata", "strata");

    /// <summary>The state of Temporal's workflows.</summary>
    public static PlatformDatabase Temporal { get; } = new("temporal", "temporal", "temporal");

    /// <summary>What Temporal finds workflows by.</summary>
    public static PlatformDatabase TemporalVisibility { get; } =
        new("temporal-visibility", "temporal_visibility", "temporal_visibility");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlatformDatabase> All { get; } = [Service, Temporal, TemporalVisibility];
}
