namespace Infra.Components.Observability.Promql;

/// <summary>A histogram and its buckets: a latency is only known at a bucket's bound.</summary>
/// <param name="Name">The name without <c>_bucket</c>.</param>
/// <param name="Bounds">Upper bounds in the metric's own unit, rising, without infinity.</param>
/// <param name="Source">Who exposes it.</param>
public sealed record HistogramMetric(string Name, IReadOnlyList<decimal> Bounds, MetricSource Source)
    : Metric(Name, MetricKind.Histogram, Source);
