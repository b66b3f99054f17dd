using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Tests.Observability;

/// <summary>
/// A series as a component exposes it, written by hand, so that the rendered queries meet names they did not make.
/// </summary>
internal abstract record SampleSeries(string Series)
{
    /// <summary>How much earlier the series turns bad than the condition that looks back on it.</summary>
    public int DelayMinutes { get; init; }

    /// <summary>Values, one a minute from minute 0, in promtool's notation.</summary>
    /// <param name="minutes">The last minute.</param>
    /// <param name="share">The bad share while it is bad, 0 to 1.</param>
    /// <param name="badFor">For how many minutes at the end it is bad.</param>
    public abstract string Values(int minutes, double share, int badFor);

    public JsonObject Json(int minutes, double share, int badFor) =>
        new() { ["series"] = Series, ["values"] = Values(minutes, share, badFor) };

    protected static string Ramp(double from, double step, int samples) => samples <= 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $"{from:0.######}{(step < 0 ? "" : "+")}{step:0.######}x{samples - 1} ");
}
