using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Promql;
using Infra.Stacks.Slos;
using Infra.Stacks.Slos.Metrics;

namespace Infra.Tests.Observability;

public sealed class MetricCatalogueTests
{
    [Fact]
    public void Every_query_reads_only_metrics_whose_source_is_known_and_every_known_metric_is_read()
    {
        var rules = PlatformSlos.Plan(SampleEnvironments.Prod).Rules.Groups.SelectMany(g => g.Rules).ToList();
        var stored = rules.OfType<RecordingRule>().Select(r => r.Record).ToHashSet();

        var read = rules.SelectMany(r => PromqlNames.Metrics(r.Expression)).Where(m => !stored.Contains(m)).ToHashSet();

        var known = MetricCatalogue.All.SelectMany(Names).ToHashSet();
        Assert.Empty(read.Except(known));
        Assert.Empty(MetricCatalogue.All.Where(m => !Names(m).Any(read.Contains)).Select(m => m.Name));
    }

    [Fact]
    public void Names_are_unique_and_valid_and_say_what_they_are()
    {
        Assert.Equal(MetricCatalogue.All.Count, MetricCatalogue.All.Select(m => m.Name).Distinct().Count());
        Assert.All(MetricCatalogue.All, metric =>
        {
            Assert.True(PromNames.IsMetric(metric.Name));
            Assert.NotEqual("", metric.Source.Component);
            Assert.True(metric.Kind is not MetricKind.Gauge
                || !metric.Name.EndsWith("_total", StringComparison.Ordinal));
        });
    }

    private static IEnumerable<string> Names(Metric metric) => metric.Kind is MetricKind.Histogram
        ? [$"{metric.Name}_bucket", $"{metric.Name}_count"]
        : [metric.Name];
}
