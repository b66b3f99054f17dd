namespace Infra.Components.Cluster.Nodes;

/// <summary>The processors of a node. They decide its image, and which instance types it can have.</summary>
public enum NodeArchitecture
{
    /// <summary>Intel and AMD.</summary>
    X86,

    /// <summary>Graviton.</summary>
    Arm,
}
