namespace Infra.Automation.Engines;

/// <summary>A resource that is there after a deployment.</summary>
/// <param name="Urn">Its identity in the program.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Id">Its identity in the store; null for components.</param>
public sealed record DeployedResource(string Urn, string Type, string? Id);
