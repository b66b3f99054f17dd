namespace Infra.Components.Flows.SecurityGroups;

/// <summary>Which way a rule lets connections start.</summary>
public enum Direction
{
    /// <summary>Into the group.</summary>
    Ingress,

    /// <summary>Out of the group.</summary>
    Egress,
}
