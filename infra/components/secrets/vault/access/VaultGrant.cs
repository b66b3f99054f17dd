using Infra.Components.Flows;

namespace Infra.Components.Secrets.Vault.Access;

/// <summary>
/// A workload and what it may do in Vault: a policy, and a role that its service account alone can take.
/// </summary>
/// <param name="Workload">The workload. Policy and role are called as it is.</param>
/// <param name="Paths">What it may do.</param>
public sealed record VaultGrant(Workload Workload, params IReadOnlyList<VaultPath> Paths);
