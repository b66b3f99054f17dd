using Infra.Components.Charts.Pods;

namespace Infra.Components.Certificates;

/// <summary>Arguments of <see cref="CertManager"/>.</summary>
public sealed class CertManagerArgs : ResourceArgs
{
    /// <summary>Where and how often its pods run.</summary>
    public required Placement Placement { get; init; }
}
