namespace Infra.Components.Charts.Pods;

/// <summary>An environment variable of a container. Never a secret: those are mounted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record EnvironmentVariable(string Name, string Value);
