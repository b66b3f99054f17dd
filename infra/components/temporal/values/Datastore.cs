namespace Infra.Components.Temporal.Values;

/// <summary>A store; the driver is the key.</summary>
internal sealed record Datastore(SqlStore Sql);
