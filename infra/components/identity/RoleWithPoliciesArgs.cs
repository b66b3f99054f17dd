using Infra.Components.Tagging;

namespace Infra.Components.Identity;

/// <summary>Arguments of <see cref="RoleWithPolicies"/>.</summary>
public sealed class RoleWithPoliciesArgs : ResourceArgs
{
    /// <summary>Name of the role.</summary>
    public required string RoleName { get; init; }

    /// <summary>What it is for, in a few words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Its trust policy, as JSON.</summary>
    public required Output<string> Trust { get; init; }

    /// <summary>ARN of the policy that bounds it.</summary>
    public required Output<string> Boundary { get; init; }

    /// <summary>Its policies as JSON, by the part of its work that they are for. AWS takes ten.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Policies { get; init; }

    /// <summary>How long a session may last; from an hour to twelve.</summary>
    public required TimeSpan Session { get; init; }

    /// <summary>The tags of the role and its policies.</summary>
    public required StandardTags Tags { get; init; }
}
