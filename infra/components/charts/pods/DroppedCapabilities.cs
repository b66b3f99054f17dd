namespace Infra.Components.Charts.Pods;

/// <summary>The capabilities a container gives up.</summary>
/// <param name="Drop">Their names, or <c>ALL</c>.</param>
public sealed record DroppedCapabilities(IReadOnlyList<string> Drop);
