using Infra.Components.Observability.Promql;
using Infra.Components.Telemetry.Scraping;

namespace Infra.Stacks.Slos.Metrics;

/// <summary>
/// What Strata itself measures, under the meter <c>Strata</c>. The instruments are the contract: the collector turns
/// dots into underscores and adds the unit and, to counters, <c>_total</c>.
/// </summary>
internal static class StrataMetrics
{
    /// <summary>
    /// Instrument <c>strata.evidence.appends</c>; <c>outcome</c> is acknowledged, refused (the caller's fault) or
    /// failed.
    /// </summary>
    public static Metric Appends { get; } =
        new("strata_evidence_appends_total", MetricKind.Counter, Source("strata.evidence.appends"));

    /// <summary>
    /// Instrument <c>strata.evidence.append.duration</c>, unit s, of acknowledged appends, with these bounds.
    /// </summary>
    public static HistogramMetric AppendDuration { get; } = new(
        "strata_evidence_append_duration_seconds",
        [0.05m, 0.1m, 0.25m, 0.5m, 1m, 2.5m, 5m, 10m, 30m, 60m],
        Source("strata.evidence.append.duration"));

    /// <summary>
    /// Instrument <c>strata.custody.oldest_observation.timestamp</c>, unit s: when the object observed longest ago was
    /// last observed.
    /// </summary>
    public static Metric OldestObservation { get; } = new(
        "strata_custody_oldest_observation_timestamp_seconds",
        MetricKind.Gauge,
        Source("strata.custody.oldest_observation.timestamp"));

    /// <summary>
    /// Instrument <c>strata.ledger.checkpoint.timestamp</c>, unit s: when the newest checkpoint was signed; an idle log
    /// signs anew too.
    /// </summary>
    public static Metric Checkpoint { get; } = new(
        "strata_ledger_checkpoint_timestamp_seconds", MetricKind.Gauge, Source("strata.ledger.checkpoint.timestamp"));

    private static MetricSource Source(string instrument) =>
        new($"Strata's meter, instrument {instrument}", "runbooks/README.md", ScrapeTarget.Exported);
}
