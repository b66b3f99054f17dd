namespace Infra.Components.Observability.Alerts;

/// <summary>The labels that rules set and that routes and dashboards ask for.</summary>
public static class Labels
{
    /// <summary>The environment.</summary>
    public const string Environment = "environment";

    /// <summary>The service.</summary>
    public const string Service = "service";

    /// <summary>The objective; alerts that belong to none have no such label.</summary>
    public const string Slo = "slo";

    /// <summary>The team.</summary>
    public const string Owner = "owner";

    /// <summary><c>page</c>, <c>ticket</c> or <c>heartbeat</c>.</summary>
    public const string Severity = "severity";

    /// <summary>The long window of a burn rate alert.</summary>
    public const string Burn = "burn";

    /// <summary>The value of <see cref="Severity"/>.</summary>
    public static string Value(Severity severity) => severity switch
    {
        Alerts.Severity.Page => "page",
        Alerts.Severity.Ticket => "ticket",
        Alerts.Severity.Heartbeat => "heartbeat",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Unknown severity."),
    };
}
