namespace Infra.Components.Cluster.Access;

/// <summary>What somebody may do in the cluster.</summary>
public enum AccessLevel
{
    /// <summary>Read everything but secrets.</summary>
    View,

    /// <summary>Change workloads, secrets included.</summary>
    Edit,

    /// <summary>Everything, in the whole cluster.</summary>
    ClusterAdmin,
}
