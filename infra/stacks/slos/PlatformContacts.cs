using Infra.Components.Observability.Alertmanager;
using Infra.Components.Observability.Slo;
using Infra.Components.Telemetry.Alerting;

namespace Infra.Stacks.Slos;

/// <summary>
/// How the teams are told: through SNS topics alone, which the cluster reaches without leaving the network and without
/// a secret. Who subscribes to a topic, a pager or a tracker, is settled in the account.
/// </summary>
internal static class PlatformContacts
{
    private const string Heartbeat = "heartbeat";
    private const string Unrouted = "unrouted";

    public static AlertRouting In(ObservedEnvironment environment) => new(
        environment.Name,
        [.. Owners.All.Select(owner => Contact(owner, environment))],
        Topic(Heartbeat, environment),
        Topic(Unrouted, environment));

    /// <summary>The topics there are, by their names without the environment's prefix.</summary>
    /// <param name="pages">Whether somebody is woken.</param>
    public static IReadOnlyList<string> Topics(bool pages) =>
    [
        Heartbeat, Unrouted, .. Owners.All.Select(Tickets), .. pages ? Owners.All.Select(Pages) : [],
    ];

    private static OwnerContact Contact(string owner, ObservedEnvironment environment) => new(
        owner,
        environment.Pages ? [Topic(Pages(owner), environment)] : [],
        [Topic(Tickets(owner), environment)]);

    private static string Pages(string owner) => $"pages-{owner}";

    private static string Tickets(string owner) => $"tickets-{owner}";

    private static SnsNotifier Topic(string name, ObservedEnvironment e) =>
        new($"arn:{e.Partition}:sns:{e.Region}:{e.Account}:{AlertTopics.NameOf(e.Prefix, name)}", e.Region);
}
