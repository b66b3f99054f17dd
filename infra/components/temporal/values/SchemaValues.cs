using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal.Values;

/// <summary><c>schema</c>: the jobs.</summary>
internal sealed record SchemaValues
{
    /// <summary>A job that does not succeed in this time has a reason that a longer wait does not take away.</summary>
    private const int TenMinutes = 600;

    /// <summary>
    /// Helm runs them before the pods of a new version start; a release runs hooks, a rendered chart none.
    /// </summary>
    public bool UseHelmHooks { get; } = true;

    public int BackoffLimit { get; } = 10;

    public int ActiveDeadlineSeconds { get; } = TenMinutes;

    public required ContainerResources Resources { get; init; }

    public required PodSecurity SecurityContext { get; init; }

    public required ContainerSecurity ContainerSecurityContext { get; init; }
}
