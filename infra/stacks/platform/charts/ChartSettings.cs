namespace Infra.Stacks.Platform.Charts;

/// <summary>What is installed into the cluster by charts.</summary>
/// <param name="Replicas">
/// How many of each controller and webhook; 2 or more where the environment is protected.
/// </param>
/// <param name="Temporal">Temporal.</param>
/// <param name="Vault">Vault.</param>
/// <param name="DatabasePasswords">Which passwords the databases have, from 1: raising it makes new ones.</param>
public sealed record ChartSettings(int Replicas, TemporalSettings Temporal, VaultSettings Vault, int DatabasePasswords);
