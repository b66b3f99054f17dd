namespace Infra.Components.Observability.Promql;

/// <summary>What may be done with a metric.</summary>
public enum MetricKind
{
    /// <summary>Only grows; asked for its rate.</summary>
    Counter,

    /// <summary>A value now.</summary>
    Gauge,

    /// <summary>Counts in buckets: <c>_bucket</c>, <c>_count</c> and <c>_sum</c>.</summary>
    Histogram,
}
