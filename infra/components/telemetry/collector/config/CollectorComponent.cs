using System.Text.Json.Serialization;

namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// A receiver, processor, exporter or extension. The other members are its settings, in snake case on the wire.
/// </summary>
/// <param name="Id">Its type, with <c>/NAME</c> behind where there is more than one of it.</param>
public abstract record CollectorComponent([property: JsonIgnore] string Id)
{
    /// <summary>The signals it can handle. All of them by default.</summary>
    internal virtual IReadOnlyList<Signal> Signals { get; } = [Signal.Metrics, Signal.Traces, Signal.Logs];
}
