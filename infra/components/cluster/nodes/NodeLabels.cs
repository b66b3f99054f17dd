namespace Infra.Components.Cluster.Nodes;

/// <summary>Labels of nodes, by which pods choose them.</summary>
public static class NodeLabels
{
    /// <summary>The pool a node belongs to.</summary>
    public const string Pool = "strata/pool";

    /// <summary>The tenant a node, or a namespace, is kept for.</summary>
    public const string Tenant = "strata/tenant";

    /// <summary>Value of <see cref="Pool"/> on nodes for the cluster's own controllers.</summary>
    public const string SystemPool = "system";

    /// <summary>Value of <see cref="Pool"/> on nodes for everything else.</summary>
    public const string WorkerPool = "workers";
}
