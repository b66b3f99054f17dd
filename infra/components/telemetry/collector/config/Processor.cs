namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>What is done with telemetry on its way.</summary>
/// <param name="Id">Its type, with <c>/NAME</c> behind where there is more than one of it.</param>
public abstract record Processor(string Id) : CollectorComponent(Id);
