namespace Infra.Components.Observability.Alertmanager;

/// <summary>How a team is told.</summary>
/// <param name="Owner">The team, the value of the label <c>owner</c>.</param>
/// <param name="Page">For what wakes somebody; empty where the environment wakes nobody.</param>
/// <param name="Ticket">For what can wait.</param>
public sealed record OwnerContact(string Owner, IReadOnlyList<Notifier> Page, IReadOnlyList<Notifier> Ticket);
