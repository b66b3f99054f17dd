namespace Infra.Components.Observability.Alerts;

/// <summary>What an alert asks for.</summary>
public enum Severity
{
    /// <summary>Somebody is woken.</summary>
    Page,

    /// <summary>Somebody looks at it on the next working day.</summary>
    Ticket,

    /// <summary>Nothing: it always fires, and its absence is the alarm.</summary>
    Heartbeat,
}
