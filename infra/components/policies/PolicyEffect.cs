namespace Infra.Components.Policies;

/// <summary>What a statement does where it applies.</summary>
public enum PolicyEffect
{
    /// <summary>Permits, unless another statement denies.</summary>
    Allow,

    /// <summary>Refuses, whatever any other statement says.</summary>
    Deny,
}
