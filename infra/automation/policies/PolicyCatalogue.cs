using System.Collections.Immutable;
using Infra.Automation.Policies.Rules;

namespace Infra.Automation.Policies;

/// <summary>Every rule there is.</summary>
public static class PolicyCatalogue
{
    /// <summary>The rules, by theme and number.</summary>
    public static ImmutableArray<PolicyRule> Rules { get; } =
    [
        .. Ordered(
        [
            .. BucketEncryptionRules.All,
            .. VolumeEncryptionRules.All,
            .. BucketExposureRules.All,
            .. ObjectLockRules.All,
            .. ProtectionRules.All,
            .. PolicyRules.All,
            .. ProviderRules.All,
            .. AccountRules.All,
            .. DatabaseRules.All,
            .. BackupRules.All,
            .. NetworkRules.All,
            .. LoggingRules.All,
            .. ClusterRules.All,
            .. TenancyRules.All,
            .. WorkloadRules.All,
            .. AvailabilityRules.All,
            .. TagRules.All,
            .. StorageCostRules.All,
            .. NetworkCostRules.All,
        ]),
    ];

    private static IEnumerable<PolicyRule> Ordered(IEnumerable<PolicyRule> rules) =>
        rules.OrderBy(rule => PolicyThemes.All.IndexOf(rule.Theme)).ThenBy(rule => rule.Id, StringComparer.Ordinal);
}
