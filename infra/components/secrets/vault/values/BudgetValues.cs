namespace Infra.Components.Secrets.Vault.Values;

/// <summary>
/// The chart's own budget; for a single replica it would be 0 by default, and its node never drained.
/// </summary>
internal sealed record BudgetValues(bool Enabled, int? MaxUnavailable);
