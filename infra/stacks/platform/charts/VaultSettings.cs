namespace Infra.Stacks.Platform.Charts;

/// <summary>Vault of an environment.</summary>
/// <param name="Replicas">How many: 1, 3 or 5; 3 or more where the environment is protected.</param>
/// <param name="DataGiB">Size of each replica's data, in GiB.</param>
/// <param name="AuditGiB">Size of each replica's audit log, in GiB.</param>
public sealed record VaultSettings(int Replicas, int DataGiB, int AuditGiB);
