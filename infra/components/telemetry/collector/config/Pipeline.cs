namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// The way of one signal through the collector. It holds the components themselves: what it names is declared, and
/// nothing is declared that no pipeline names.
/// </summary>
/// <param name="Signal">The signal.</param>
/// <param name="Receivers">Where it comes from.</param>
/// <param name="Processors">What is done with it, in this order.</param>
/// <param name="Exporters">Where it goes, to each of them.</param>
public sealed record Pipeline(
    Signal Signal,
    IReadOnlyList<Receiver> Receivers,
    IReadOnlyList<Processor> Processors,
    IReadOnlyList<Exporter> Exporters)
{
    internal string Name => Signal.ToString().ToLowerInvariant();

    internal IEnumerable<CollectorComponent> Components => [.. Receivers, .. Processors, .. Exporters];
}
