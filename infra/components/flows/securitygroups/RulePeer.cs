namespace Infra.Components.Flows.SecurityGroups;

/// <summary>The other end of a security group rule.</summary>
public abstract record RulePeer;
