namespace Infra.Components.Observability.Alertmanager;

/// <summary>Somebody who is told, and how.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Notifiers">The ways; at least one, or the alert would vanish without a word.</param>
public sealed record Receiver(string Name, IReadOnlyList<Notifier> Notifiers);
