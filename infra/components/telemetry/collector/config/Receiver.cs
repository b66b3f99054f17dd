namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Where telemetry comes from.</summary>
/// <param name="Id">Its type, with <c>/NAME</c> behind where there is more than one of it.</param>
public abstract record Receiver(string Id) : CollectorComponent(Id);
