using Infra.Components.Backup;
using Infra.Components.Database;

namespace Infra.Stacks.Data;

/// <summary>The databases of an environment and their backups.</summary>
/// <param name="MajorVersion">Major version of PostgreSQL.</param>
/// <param name="Shared">The size of the instance that everybody shares.</param>
/// <param name="Care">How every instance is kept and watched.</param>
/// <param name="SecretRecoveryDays">Days for which a deleted secret can be rescued; 7 to 30.</param>
/// <param name="Lock">How long both vaults keep backups.</param>
/// <param name="DailyDays">Days for which the backup of a day is kept.</param>
/// <param name="MonthlyDays">Days for which the backup of a month's first day is kept.</param>
/// <param name="DedicatedTenants">The tenants that have an instance of their own, and its size.</param>
public sealed record DataSettings(
    int MajorVersion,
    InstanceSize Shared,
    InstanceCare Care,
    int SecretRecoveryDays,
    VaultLock Lock,
    int DailyDays,
    int MonthlyDays,
    IReadOnlyDictionary<string, InstanceSize> DedicatedTenants);
