using Infra.Components.Charts.Pods;

namespace Infra.Components.Secrets;

/// <summary>Arguments of <see cref="ExternalSecrets"/>.</summary>
public sealed class ExternalSecretsArgs : ResourceArgs
{
    /// <summary>Where and how often its pods run.</summary>
    public required Placement Placement { get; init; }
}
