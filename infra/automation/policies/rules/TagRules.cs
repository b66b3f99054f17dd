using Infra.Automation.Json;
using Infra.Components.Tagging;

namespace Infra.Automation.Policies.Rules;

/// <summary>What is said about every resource.</summary>
internal static class TagRules
{
    /// <summary>The names come from the one place that writes tags.</summary>
    private static readonly string[] _names =
        [.. new StandardTags("", "", "", "", "", "").ToDictionary().Keys.Order(StringComparer.Ordinal)];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Tags, 1, context =>
            from resource in context.Resources
            where Taggable.Has(resource.Type)
            let missing = _names.Where(name => !resource.At($"tags.{name}").IsPresent()).ToList()
            where missing.Count > 0
            select resource.Breach("tags", $"without {string.Join(", ", missing)}"))
        {
            Severity = PolicySeverity.Medium,
            Title = "Everything that can carry tags carries all of them.",
            Reason = "Without an owner nobody is asked, without a cost centre nobody pays, without a data class nobody "
                + "knows how careful to be.",
            Remedy = "Pass StandardTags to the resource.",
            Controls = Serves.Inventory,
        },
        new(PolicyThemes.Tags, 2, context =>
            from layer in context.Graph.Layers
            from resource in layer.Resources
            where Taggable.Has(resource.Type)
            from pair in Places(context.Graph.Environment, layer.Layer)
            let found = resource.Text($"tags.{pair.Name}")
            where found is { Length: > 0 } && found != pair.Value
            select resource.Breach($"tags.{pair.Name}"))
        {
            Severity = PolicySeverity.Medium,
            Title = "Tags name the environment and the layer that the resource is in.",
            Reason = "Costs and access rules by tag would follow the wrong environment.",
            Remedy = "Take the tags from LayerContext.Tags.",
            Controls = Serves.Inventory,
        },
    ];

    private static (string Name, string Value)[] Places(string environment, string layer) =>
        [("environment", environment), ("layer", layer)];
}
