using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Stacks.Slos;

internal static class ApiSlos
{
    private const string Status = "http_response_status_code";

    public static IReadOnlyList<ServiceLevelObjective> All { get; } =
    [
        new()
        {
            Name = "api-availability",
            Service = "api",
            Owner = Owners.Evidence,
            Promise = "The API answers requests without an error of its own.",
            Objective = 0.999m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.99m, ["staging"] = 0.995m },
            Sli = new RequestSli(ApiMetrics.Requests, LabelMatcher.Like(Status, "5..")),
            Severity = SeverityPolicy.Page,
        },
        new()
        {
            Name = "api-latency",
            Service = "api",
            Owner = Owners.Evidence,
            Promise = "The API answers within half a second.",
            Objective = 0.99m,
            ObjectiveIn = new Dictionary<string, decimal> { ["dev"] = 0.95m },
            Sli = new LatencySli(
                new(ApiMetrics.RequestDuration, [.. ApiMetrics.Requests.Matchers, new(Status, "!~", "5..")]),
                Within: 0.5m),
            Severity = SeverityPolicy.Page,
        },
    ];
}
