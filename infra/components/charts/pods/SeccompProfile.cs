namespace Infra.Components.Charts.Pods;

/// <summary>Which system calls are allowed.</summary>
/// <param name="Type"><c>RuntimeDefault</c>, <c>Localhost</c> or <c>Unconfined</c>.</param>
public sealed record SeccompProfile(string Type);
