namespace Infra.Components.Workloads.Resources;

/// <summary>A step that waits.</summary>
internal sealed class CanaryPauseArgs : ResourceArgs
{
    /// <summary>How long, such as <c>5m</c>.</summary>
    [Input("duration", required: true)]
    public required Input<string> Duration { get; init; }
}
