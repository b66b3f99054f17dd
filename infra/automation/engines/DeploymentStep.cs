namespace Infra.Automation.Engines;

/// <summary>One step of a deployment.</summary>
/// <param name="Change"><c>create</c>, <c>update</c>, <c>replace</c>, <c>delete</c> or <c>forget</c>.</param>
/// <param name="Urn">The resource.</param>
public sealed record DeploymentStep(string Change, string Urn);
