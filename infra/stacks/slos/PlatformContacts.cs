using Infra.Components.Observability.Alertmanager;
using Infra.Components.Observability.Slo;

namespace Infra.Stacks.Slos;

/// <summary>
/// How the teams are told: through SNS topics alone, which the cluster reaches without leaving the network and without
/// a secret. Who subscribes to a topic, a pager or a tracker, is settled in the account.
/// </summary>
internal static class PlatformContacts
{
    public static AlertRouting In(ObservedEnvironment environment) => new(
        environment.Name,
        [.. Owners.All.Select(owner => Contact(owner, environment))],
        Topic("heartbeat", environment),
        Topic("unrouted", environment));

    private static OwnerContact Contact(string owner, ObservedEnvironment environment) => new(
        owner,
        environment.Pages ? [Topic($"pages-{owner}", environment)] : [],
        [Topic($"tickets-{owner}", environment)]);

    private static SnsNotifier Topic(string name, ObservedEnvironment e) =>
        new($"arn:{e.Partition}:sns:{e.Region}:{e.Account}:{e.Prefix}-{name}", e.Region);
}
