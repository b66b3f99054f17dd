namespace Infra.Components.Rollouts.Values;

/// <summary>The controller's ports.</summary>
internal sealed record ContainerPorts(int Metrics);
