namespace Infra.Components.Observability.Slo;

/// <summary>How loud an objective may get. An environment that does not page makes tickets of its pages.</summary>
public enum SeverityPolicy
{
    /// <summary>
    /// Somebody is woken when the budget burns fast or the indicator falls silent; a slow burn is a ticket.
    /// </summary>
    Page,

    /// <summary>Always a ticket: what is lost can wait for the morning.</summary>
    Ticket,
}
