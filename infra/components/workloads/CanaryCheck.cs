namespace Infra.Components.Workloads;

/// <summary>What a new version is judged by while it takes over.</summary>
/// <param name="Name">Name of the objective.</param>
/// <param name="BadShare">PromQL for the share that was bad; empty where nothing happened.</param>
/// <param name="Budget">The share that may be bad.</param>
/// <param name="MayBeSilent">
/// Whether nothing may have happened. Where not, the release waits for a person: a version that nobody used has proved
/// nothing.
/// </param>
public sealed record CanaryCheck(string Name, string BadShare, decimal Budget, bool MayBeSilent);
