using Infra.Automation.Json;

namespace Infra.Automation.Policies.Rules;

/// <summary>Through which providers resources are made.</summary>
internal static class ProviderRules
{
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.SupplyChain, 1, context => context.Resources
            .Where(resource => !resource.Component && !OfTheEngine(resource.Type)
                && resource.Options.Version is not { Length: > 0 })
            .Select(resource => resource.Breach("options.version", "no version")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every resource names the version of its provider.",
            Reason = "A newer provider changes defaults, and so what is built, without a line of difference.",
            Remedy = "Take the resource from a pinned package; set Version in its options where the package sets none.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.Identity, 5, context => context.Each(AwsTypes.Provider)
            .Where(provider =>
                !Accounts(provider.Text("allowedAccountIds")).SequenceEqual([context.Environment.Account]))
            .Select(provider => provider.Breach("allowedAccountIds")))
        {
            Severity = PolicySeverity.High,
            Title = "Every AWS provider acts in the environment's account only.",
            Reason = "With the wrong credentials in the shell, one environment is applied over another.",
            Remedy = "Set AllowedAccountIds to the account in the environment's file.",
            Controls = Serves.Environments,
        },
        new(PolicyThemes.Identity, 6, context => context.Resources
            .Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal) && resource.Provider is null)
            .Select(resource => resource.Breach("provider", "the default provider")))
        {
            Severity = PolicySeverity.High,
            Title = "No AWS resource is left to the default provider.",
            Reason = "The default provider takes account and region from whoever happens to run the program.",
            Remedy = "Pass the environment's provider down from the stack's component.",
            Controls = Serves.Environments,
        },
    ];

    /// <summary>Stacks and references to them come with the engine; no package makes them.</summary>
    private static bool OfTheEngine(string type) => type.StartsWith("pulumi:pulumi:", StringComparison.Ordinal);

    /// <summary>The provider's list travels as JSON text.</summary>
    private static IEnumerable<string> Accounts(string? list) =>
        list is null ? [] : CanonicalJson.Compact(list).Trim('[', ']').Split(',').Select(item => item.Trim('"'));
}
