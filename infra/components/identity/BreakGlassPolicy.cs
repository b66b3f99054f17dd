using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity;

/// <summary>Everything that the boundary leaves: evidence cannot be weakened in an emergency either.</summary>
public static class BreakGlassPolicy
{
    /// <summary>The role's policy.</summary>
    public static PolicyDocument Document { get; } = new(Allow("Everything", ["*"], ["*"]));
}
