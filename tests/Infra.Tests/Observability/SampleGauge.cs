namespace Infra.Tests.Observability;

/// <summary>
/// A gauge: a level and how it rises per minute, while all is well and while it is bad; null where it is not exposed.
/// It knows no shares.
/// </summary>
internal sealed record SampleGauge(
    string Series, (double Level, double Slope)? Good, (double Level, double Slope)? Bad) : SampleSeries(Series)
{
    public override string Values(int minutes, double share, int badFor)
    {
        var before = Math.Max(0, minutes + 1 - (badFor > 0 ? badFor + DelayMinutes : 0));
        return (Piece(Good, 0, before) + Piece(Bad, before, minutes + 1 - before)).Trim();
    }

    private static string Piece((double Level, double Slope)? line, int from, int samples) => (line, samples) switch
    {
        (_, <= 0) => "",
        (null, 1) => "stale ",
        (null, _) => $"stale _x{samples - 1} ",
        ({ } l, _) => Ramp(l.Level + (l.Slope * from), l.Slope, samples),
    };
}
