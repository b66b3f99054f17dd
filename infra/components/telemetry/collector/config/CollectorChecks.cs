using System.Text.Json.Nodes;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>What a collector would refuse at its start, or lose data by later.</summary>
internal static class CollectorChecks
{
    public static IEnumerable<string> Problems(CollectorConfig config) =>
    [
        .. config.Pipelines.Count == 0 ? ["There is no pipeline: no collector starts without one."] : (string[])[],
        .. config.Pipelines.GroupBy(p => p.Name).Where(g => g.Count() > 1)
            .Select(g => $"There are {g.Count()} pipelines for '{g.Key}': put them into one."),
        .. config.Pipelines.SelectMany(Problems),
        .. config.Pipelines.SelectMany(p => p.Components).Concat(config.Extensions).GroupBy(c => c.Id)
            .Where(g => g.Any(other => !Same(g.First(), other)))
            .Select(g => $"Two components with different settings are called '{g.Key}': call one '{g.Key}/NAME'."),
    ];

    private static IEnumerable<string> Problems(Pipeline pipeline)
    {
        var of = $"The pipeline '{pipeline.Name}'";
        if (pipeline.Receivers.Count == 0 || pipeline.Exporters.Count == 0)
        {
            yield return $"{of} needs a receiver and an exporter at least.";
        }

        if (pipeline.Processors is not [MemoryLimiter, ..] || Count<MemoryLimiter>(pipeline) != 1)
        {
            yield return $"{of} must start with its only memory limiter: whatever is before it may use up the memory.";
        }

        if (pipeline.Processors is not [.., Batch] || Count<Batch>(pipeline) != 1)
        {
            yield return $"{of} must end with its only batch: whatever is behind it sees other batches than are sent, "
                + "and what is before it may still need the connection that data came by.";
        }

        foreach (var twice in pipeline.Components.GroupBy(c => c.Id).Where(g => g.Count() > 1))
        {
            yield return $"{of} names '{twice.Key}' {twice.Count()} times: name it once.";
        }

        foreach (var component in pipeline.Components.Where(c => !c.Signals.Contains(pipeline.Signal)))
        {
            yield return $"{of} names '{component.Id}', which handles only "
                + $"{string.Join(", ", component.Signals).ToLowerInvariant()}.";
        }
    }

    private static int Count<T>(Pipeline pipeline) => pipeline.Processors.OfType<T>().Count();

    private static bool Same(CollectorComponent one, CollectorComponent other) =>
        one.GetType() == other.GetType()
        && JsonNode.DeepEquals(CollectorConfig.Settings(one), CollectorConfig.Settings(other));
}
