namespace Infra.Stacks.Environments;

/// <summary>An environment with one setting taken over from another one.</summary>
/// <param name="Setting">
/// The setting, such as <c>evidence.retention.default</c>; a section where its settings only make sense together.
/// </param>
/// <param name="Settings">The environment with it.</param>
public sealed record EnvironmentVariant(string Setting, EnvironmentSettings Settings);
