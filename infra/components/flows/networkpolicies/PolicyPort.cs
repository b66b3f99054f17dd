namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>A port of a rule.</summary>
/// <param name="Number">The number, 1 to 65535.</param>
/// <param name="Protocol"><c>TCP</c> or <c>UDP</c>.</param>
public readonly record struct PolicyPort(int Number, string Protocol);
