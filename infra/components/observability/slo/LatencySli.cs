using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>The share of events that took longer than a bound, from a histogram.</summary>
/// <param name="Timed">The histogram's series. What failed at once is left out by its labels, or it would count as
/// fast.</param>
/// <param name="Within">The bound, in the histogram's own unit (seconds): one of its buckets.</param>
public sealed record LatencySli(Series Timed, decimal Within) : Sli
{
    /// <summary>
    /// The count and the bucket are scraped together but extrapolated apart, so the difference is kept from falling
    /// below none.
    /// </summary>
    public override string Errors(PromDuration window) =>
        $"clamp_min({Events(window)} - sum(rate({Timed.Selector("_bucket", Bound())}[{window}])), 0)";

    /// <inheritdoc/>
    public override string Events(PromDuration window) => $"sum(rate({Timed.Selector("_count")}[{window}]))";

    internal override IEnumerable<string> Problems(string name)
    {
        foreach (var problem in Problems(name, [Timed], MetricKind.Histogram))
        {
            yield return problem;
        }

        if (Timed.Metric is not HistogramMetric histogram)
        {
            yield return $"The indicator of '{name}' asks how long '{Timed.Metric.Name}' took, whose buckets are not "
                + "declared: declare it as a histogram with its bounds.";
        }
        else if (!histogram.Bounds.Contains(Within))
        {
            yield return $"The indicator of '{name}' asks for '{histogram.Name}' within "
                + $"{PromNumber.Format(Within)}, which is no bucket of it: "
                + $"choose one of {string.Join(", ", histogram.Bounds.Select(PromNumber.Format))}.";
        }
    }

    /// <summary>
    /// Prometheus 3 stores <c>le="5"</c> as <c>le="5.0"</c> (its migration guide); both are asked for, so an upgrade
    /// breaks nothing.
    /// </summary>
    private LabelMatcher Bound()
    {
        var bound = PromNumber.Format(Within);
        return bound.Contains('.', StringComparison.Ordinal)
            ? LabelMatcher.Is("le", bound)
            : LabelMatcher.Like("le", $"{bound}|{bound}[.]0");
    }
}
