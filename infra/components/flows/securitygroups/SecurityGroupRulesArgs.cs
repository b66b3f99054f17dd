using Infra.Components.Tagging;

namespace Infra.Components.Flows.SecurityGroups;

/// <summary>Arguments for <see cref="SecurityGroupRules"/>.</summary>
public sealed class SecurityGroupRulesArgs : ResourceArgs
{
    /// <summary>The declared flows.</summary>
    public required FlowModel Flows { get; init; }

    /// <summary>
    /// The id of each security group that the flows touch, by its name in <see cref="SecurityGroupNames"/>.
    /// </summary>
    public required IReadOnlyDictionary<string, Input<string>> GroupIds { get; init; }

    /// <summary>Tags of every rule.</summary>
    public required StandardTags Tags { get; init; }
}
