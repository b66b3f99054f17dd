namespace Infra.Components.Observability.Alertmanager;

/// <summary>One way in which a receiver is told.</summary>
public abstract record Notifier;
