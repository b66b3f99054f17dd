using System.Collections.Immutable;
using Infra.Automation.Policies.Rules;

namespace Infra.Automation.Policies;

/// <summary>Every rule there is.</summary>
public static class PolicyCatalogue
{
    /// <summary>The rules, by theme and number.</summary>
    public static ImmutableArray<PolicyRule> Rules { get; } =
    [
        .. BucketEncryptionRules.All,
        .. BucketExposureRules.All,
        .. ObjectLockRules.All,
        .. ProtectionRules.All,
        .. PolicyRules.All,
        .. ProviderRules.All,
        .. TagRules.All,
        .. StorageCostRules.All,
    ];
}
