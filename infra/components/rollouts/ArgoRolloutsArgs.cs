using Infra.Components.Charts.Pods;

namespace Infra.Components.Rollouts;

/// <summary>Arguments of <see cref="ArgoRollouts"/>.</summary>
public sealed class ArgoRolloutsArgs : ResourceArgs
{
    /// <summary>Where and how often its pods run.</summary>
    public required Placement Placement { get; init; }
}
