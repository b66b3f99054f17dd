using Infra.Components.Tagging;

namespace Infra.Components.Flows.Domains;

/// <summary>Arguments for <see cref="DomainAllowList"/>.</summary>
public sealed class DomainAllowListArgs : ResourceArgs
{
    /// <summary>The declared flows.</summary>
    public required FlowModel Flows { get; init; }

    /// <summary>Tags of the rule groups and of the policy.</summary>
    public required StandardTags Tags { get; init; }
}
