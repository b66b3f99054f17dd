namespace Infra.Components.Secrets;

/// <summary>A secret of Secrets Manager that has a copy in the cluster.</summary>
/// <param name="Name">Name of the Secret in the cluster.</param>
/// <param name="Source">Name of the secret in Secrets Manager, whose value is a JSON object.</param>
/// <param name="Keys">The object's members that are copied, each under its own name.</param>
public sealed record CopiedSecret(string Name, Input<string> Source, IReadOnlyList<string> Keys);
