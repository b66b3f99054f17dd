namespace Infra.Components.Observability.Alertmanager;

/// <summary>Wakes who is on call (PagerDuty Events API v2).</summary>
/// <param name="RoutingKey">The integration's routing key.</param>
public sealed record PagerDutyNotifier(SecretFile RoutingKey) : Notifier;
