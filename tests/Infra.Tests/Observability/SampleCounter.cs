namespace Infra.Tests.Observability;

/// <summary>A counter that grows by so much a minute while all is well, and by so much while all is bad.</summary>
internal sealed record SampleCounter(string Series, double Good, double Bad) : SampleSeries(Series)
{
    public override string Values(int minutes, double share, int badFor)
    {
        var (before, during) = (minutes + 1 - badFor, (Good * (1 - share)) + (Bad * share));
        return (Ramp(0, Good, before) + Ramp((Good * (before - 1)) + during, during, badFor)).Trim();
    }
}
