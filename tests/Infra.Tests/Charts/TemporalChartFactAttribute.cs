using Tests.Support;

namespace Infra.Tests.Charts;

/// <summary>
/// Needs the chart's own values, which the repository does not hold: beside it, or where STRATA_CHARTS says. Where they
/// are absent the check did not run, and says so.
/// </summary>
internal sealed class TemporalChartFactAttribute : FactAttribute
{
    public TemporalChartFactAttribute()
    {
        if (!File.Exists(Path))
        {
            Skip = "not run: temporal-1.6.0.values.yaml is absent; STRATA_CHARTS says in which folder it is";
        }
    }

    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("STRATA_CHARTS")
            ?? System.IO.Path.Combine(Checkout.Root, "..", "shared", "charts"),
        "temporal-1.6.0.values.yaml");
}
