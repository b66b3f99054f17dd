namespace Infra.Components.Charts.Pods;

/// <summary>An object of the same namespace.</summary>
/// <param name="Name">Its name.</param>
public sealed record NamedObject(string Name);
