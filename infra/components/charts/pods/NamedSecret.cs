namespace Infra.Components.Charts.Pods;

/// <summary>A Secret as a volume has it.</summary>
/// <param name="SecretName">Its name.</param>
public sealed record NamedSecret(string SecretName);
