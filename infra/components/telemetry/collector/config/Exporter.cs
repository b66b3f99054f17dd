namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Where telemetry goes.</summary>
/// <param name="Id">Its type, with <c>/NAME</c> behind where there is more than one of it.</param>
public abstract record Exporter(string Id) : CollectorComponent(Id)
{
    /// <summary>What signs its requests; null (the default) where nothing does.</summary>
    internal virtual Extension? Authenticator => null;
}
