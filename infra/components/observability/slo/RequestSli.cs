using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>The share of requests that failed, from the count of a latency histogram.</summary>
/// <param name="Requests">The histogram's series of all requests.</param>
/// <param name="Failed">What the labels of a failed request are.</param>
public sealed record RequestSli(Series Requests, LabelMatcher Failed) : Sli
{
    /// <inheritdoc/>
    public override string Errors(PromDuration window) =>
        $"(sum(rate({Requests.Selector("_count", Failed)}[{window}])) or vector(0))";

    /// <inheritdoc/>
    public override string Events(PromDuration window) => $"sum(rate({Requests.Selector("_count")}[{window}]))";

    internal override IEnumerable<string> Problems(string name) =>
        Problems(name, [Requests, Requests.Metric.Where(Failed)], MetricKind.Histogram).Distinct();
}
