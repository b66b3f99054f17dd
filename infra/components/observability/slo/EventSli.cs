using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>The share of events that were bad, from counters.</summary>
/// <param name="Bad">Counters of bad events. A counter that was never raised does not exist yet, and counts as
/// none.</param>
/// <param name="Total">Counters of all events, the bad ones among them.</param>
public sealed record EventSli(IReadOnlyList<Series> Bad, IReadOnlyList<Series> Total) : Sli
{
    /// <inheritdoc/>
    public override string Errors(PromDuration window) =>
        string.Join(" + ", Bad.Select(series => OrZero(series, window)));

    /// <summary>
    /// One counter is left absent when it is absent; of several, each may be missing until it is first raised.
    /// </summary>
    public override string Events(PromDuration window) => Total is [var only]
        ? Rate(only, window)
        : string.Join(" + ", Total.Select(series => OrZero(series, window)));

    internal override IEnumerable<string> Problems(string name)
    {
        if (Bad.Count == 0 || Total.Count == 0)
        {
            yield return $"The indicator of '{name}' counts {Bad.Count} kinds of bad events of {Total.Count} kinds: "
                + "name at least one of each.";
        }

        foreach (var problem in Problems(name, [.. Bad, .. Total], MetricKind.Counter))
        {
            yield return problem;
        }
    }

    private static string Rate(Series series, PromDuration window) => $"sum(rate({series}[{window}]))";

    private static string OrZero(Series series, PromDuration window) => $"({Rate(series, window)} or vector(0))";
}
