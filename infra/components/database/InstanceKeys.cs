namespace Infra.Components.Database;

/// <summary>The KMS keys of a PostgreSQL instance, as ARNs.</summary>
/// <param name="Data">Storage, snapshots and Performance Insights. It can never be changed afterwards.</param>
/// <param name="RemoteData">Backups in the replica region; a key of that region.</param>
/// <param name="Secrets">The master user's secret.</param>
/// <param name="Logs">The log groups.</param>
public sealed record InstanceKeys(
    Input<string> Data, Input<string> RemoteData, Input<string> Secrets, Input<string> Logs);
