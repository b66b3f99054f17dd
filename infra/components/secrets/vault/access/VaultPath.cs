namespace Infra.Components.Secrets.Vault.Access;

/// <summary>What a policy of Vault lets do at a path.</summary>
/// <param name="Path">The path; <c>*</c> at its end stands for everything below.</param>
/// <param name="Capabilities">What may be done there, such as <c>read</c>.</param>
public sealed record VaultPath(string Path, params IReadOnlyList<string> Capabilities);
