namespace Infra.Components.Observability.Alertmanager;

/// <summary>Who is told of what in one environment.</summary>
/// <param name="Environment">The environment's name; alerts of another one are nobody's and go to <paramref
/// name="Unrouted"/>.</param>
/// <param name="Owners">The teams.</param>
/// <param name="Heartbeat">Gets the heartbeat; something outside must miss it when it ends.</param>
/// <param name="Unrouted">Gets what no route knows. That anything arrives here is a finding.</param>
public sealed record AlertRouting(
    string Environment, IReadOnlyList<OwnerContact> Owners, Notifier Heartbeat, Notifier Unrouted);
