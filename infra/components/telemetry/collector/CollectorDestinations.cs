namespace Infra.Components.Telemetry.Collector;

/// <summary>Where the gateway keeps telemetry.</summary>
/// <param name="RemoteWriteUrl">Address that metrics are written to.</param>
/// <param name="LogGroup">Name of the log group.</param>
public sealed record CollectorDestinations(string RemoteWriteUrl, string LogGroup);
