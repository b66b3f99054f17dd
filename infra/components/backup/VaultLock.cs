namespace Infra.Components.Backup;

/// <summary>How long recovery points stay in a vault, whatever anybody wants.</summary>
/// <param name="MinimumDays">The shortest retention the vault accepts.</param>
/// <param name="MaximumDays">The longest one.</param>
/// <param name="GraceDays">
/// Days, at least 3, after which nobody can loosen the lock any more, AWS included; null where whoever has the right to
/// may take it off.
/// </param>
public sealed record VaultLock(int MinimumDays, int MaximumDays, int? GraceDays);
