using System.Text.Json.Nodes;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Alertmanager;

/// <summary>
/// Alertmanager's configuration for one environment: a route per team and severity, the rest to a receiver that reports
/// it. It is for an Alertmanager of our own: the managed one of AWS reads no secret files.
/// </summary>
public static class AlertmanagerConfig
{
    /// <summary>The receiver of what no route knows.</summary>
    public const string Unrouted = "unrouted";

    /// <summary>The receiver of the heartbeat.</summary>
    public const string Heartbeat = "heartbeat";

    private static readonly PromDuration _heartbeatEvery = PromDuration.Minutes(5);

    /// <summary>The name of a team's receiver.</summary>
    public static string ReceiverName(string owner, Severity severity) => $"{Labels.Value(severity)}-{owner}";

    /// <summary>The document.</summary>
    /// <exception cref="ArgumentException">A team cannot be told.</exception>
    public static JsonObject Render(AlertRouting routing)
    {
        var owners = routing.Owners.OrderBy(o => o.Owner, StringComparer.Ordinal).ToList();
        foreach (var owner in owners.Where(o => o.Ticket.Count == 0))
        {
            throw new ArgumentException($"The team '{owner.Owner}' has no way to get a ticket in "
                + $"'{routing.Environment}': give it a notifier.");
        }

        return new()
        {
            ["global"] = new JsonObject { ["resolve_timeout"] = "5m" },
            ["route"] = new JsonObject
            {
                ["receiver"] = Unrouted,
                ["group_by"] = new JsonArray(
                    Labels.Environment, Labels.Service, Labels.Slo, Labels.Severity, "alertname"),
                ["group_wait"] = "30s",
                ["group_interval"] = "5m",
                ["repeat_interval"] = "12h",
                ["routes"] = new JsonArray(
                    [HeartbeatRoute(routing), .. owners.SelectMany(o => OwnerRoutes(routing, o))]),
            },
            ["inhibit_rules"] = new JsonArray(PageSilencesTicket()),
            ["receivers"] = new JsonArray(
                [.. Receivers(routing, owners).OrderBy(r => r.Name, StringComparer.Ordinal).Select(ReceiverJson.Of)]),
        };
    }

    private static JsonObject HeartbeatRoute(AlertRouting routing) => new()
    {
        ["receiver"] = Heartbeat,
        ["matchers"] = Matchers(
            (Labels.Environment, routing.Environment), (Labels.Severity, Labels.Value(Severity.Heartbeat))),
        ["group_wait"] = "0s",
        ["group_interval"] = _heartbeatEvery.ToString(),
        ["repeat_interval"] = _heartbeatEvery.ToString(),
    };

    private static IEnumerable<JsonNode> OwnerRoutes(AlertRouting routing, OwnerContact owner)
    {
        if (owner.Page.Count > 0)
        {
            yield return Route(routing, owner, Severity.Page, groupWait: "10s", repeat: "1h");
        }

        yield return Route(routing, owner, Severity.Ticket, groupWait: "2m", repeat: "3d");
    }

    private static JsonObject Route(
        AlertRouting routing, OwnerContact owner, Severity severity, string groupWait, string repeat) => new()
        {
            ["receiver"] = ReceiverName(owner.Owner, severity),
            ["matchers"] = Matchers(
                (Labels.Environment, routing.Environment),
                (Labels.Owner, owner.Owner),
                (Labels.Severity, Labels.Value(severity))),
            ["group_wait"] = groupWait,
            ["repeat_interval"] = repeat,
        };

    /// <summary>
    /// A page of an objective keeps back its tickets. Both sides must have an objective: Alertmanager takes two missing
    /// labels for equal, and one page without an objective would keep back every ticket without one.
    /// </summary>
    private static JsonObject PageSilencesTicket() => new()
    {
        ["source_matchers"] = OfAnObjective(Severity.Page),
        ["target_matchers"] = OfAnObjective(Severity.Ticket),
        ["equal"] = new JsonArray(Labels.Environment, Labels.Slo),
    };

    private static JsonArray OfAnObjective(Severity severity) => new(
        LabelMatcher.Is(Labels.Severity, Labels.Value(severity)).ToString(),
        LabelMatcher.IsNot(Labels.Slo, "").ToString());

    private static IEnumerable<Receiver> Receivers(AlertRouting routing, IEnumerable<OwnerContact> owners)
    {
        yield return new(Unrouted, [routing.Unrouted]);
        yield return new(Heartbeat, [routing.Heartbeat]);
        foreach (var owner in owners)
        {
            if (owner.Page.Count > 0)
            {
                yield return new(ReceiverName(owner.Owner, Severity.Page), owner.Page);
            }

            yield return new(ReceiverName(owner.Owner, Severity.Ticket), owner.Ticket);
        }
    }

    private static JsonArray Matchers(params IEnumerable<(string Label, string Value)> matchers) =>
        new([.. matchers.Select(m => (JsonNode)LabelMatcher.Is(m.Label, m.Value).ToString())]);
}
