using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>What is measured: how much of what happened was bad. The renderer places the window.</summary>
public abstract record Sli
{
    /// <summary>
    /// PromQL for the bad part over a window: events per second, or the share of time. Never empty while the total is
    /// there.
    /// </summary>
    public abstract string Errors(PromDuration window);

    /// <summary>
    /// PromQL for everything over a window, in the unit of <see cref="Errors"/>. Empty or zero when nothing is known.
    /// </summary>
    public abstract string Events(PromDuration window);

    /// <summary>What is wrong with the declaration, one sentence each, about the objective of this name.</summary>
    internal abstract IEnumerable<string> Problems(string name);

    private protected static IEnumerable<string> Problems(string name, IEnumerable<Series> series, MetricKind kind)
    {
        foreach (var one in series)
        {
            if (!PromNames.IsMetric(one.Metric.Name))
            {
                yield return $"The indicator of '{name}' reads '{one.Metric.Name}', which is no name of a metric: use "
                    + "letters, digits and underscores, and no digit first.";
            }

            if (one.Metric.Kind != kind)
            {
                yield return $"The indicator of '{name}' needs a {Word(kind)}, but '{one.Metric.Name}' is a "
                    + $"{Word(one.Metric.Kind)}: choose another metric or another kind of indicator.";
            }

            foreach (var matcher in one.Matchers.Where(m => !PromNames.IsLabel(m.Label)))
            {
                yield return $"The indicator of '{name}' asks for the label '{matcher.Label}' of '{one.Metric.Name}', "
                    + "which is no name of a label: use letters, digits and underscores, not two underscores first.";
            }
        }
    }

    private static string Word(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of metric."),
    };
}
