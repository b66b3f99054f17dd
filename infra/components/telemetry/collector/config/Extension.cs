namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>What serves the collector and no pipeline.</summary>
/// <param name="Id">Its type, with <c>/NAME</c> behind where there is more than one of it.</param>
public abstract record Extension(string Id) : CollectorComponent(Id);
