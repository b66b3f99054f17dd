using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>The share of time in which something did not hold, sampled once a minute.</summary>
/// <param name="Healthy">
/// PromQL for one sample without labels, 1 when all is well, 0 when not, a share in between; empty when nothing is
/// known.
/// </param>
public sealed record ConditionSli(string Healthy) : Sli
{
    private static readonly PromDuration _sampling = PromDuration.Minutes(1);

    /// <summary>The newest of these times must not be older than this.</summary>
    public static ConditionSli Newer(Series timestamp, PromDuration than) =>
        new($"time() - min({timestamp}) < bool {Seconds(than)}");

    /// <summary>The earliest of these times must be further ahead than this.</summary>
    public static ConditionSli Ahead(Series timestamp, PromDuration than) =>
        new($"min({timestamp}) - time() > bool {Seconds(than)}");

    /// <inheritdoc/>
    public override string Errors(PromDuration window) => $"1 - {Share(window)}";

    /// <summary>One for as long as the condition is known.</summary>
    public override string Events(PromDuration window) => $"{Share(window)} * 0 + 1";

    internal override IEnumerable<string> Problems(string name)
    {
        if (string.IsNullOrWhiteSpace(Healthy) || Healthy.Contains('\n', StringComparison.Ordinal))
        {
            yield return $"The indicator of '{name}' has no condition, or one over several lines: write one line of "
                + "PromQL that is 1 when all is well.";
        }
    }

    private static string Seconds(PromDuration duration) => PromNumber.Format((decimal)duration.Length.TotalSeconds);

    private string Share(PromDuration window) => $"avg_over_time(({Healthy})[{window}:{_sampling}])";
}
