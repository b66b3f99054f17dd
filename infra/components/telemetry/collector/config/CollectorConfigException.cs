namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>A collector could not work as configured.</summary>
/// <param name="problems">A sentence for each problem.</param>
public sealed class CollectorConfigException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>A sentence for each problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
