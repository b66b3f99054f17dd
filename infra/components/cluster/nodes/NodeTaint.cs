namespace Infra.Components.Cluster.Nodes;

/// <summary>What keeps pods off a node unless they tolerate it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record NodeTaint(string Key, string Value)
{
    /// <summary>On nodes for the cluster's own controllers; add-ons tolerate it by default.</summary>
    public static NodeTaint System { get; } = new("CriticalAddonsOnly", "true");

    /// <summary>On nodes of one tenant.</summary>
    public static NodeTaint Tenant(string tenant) => new(NodeLabels.Tenant, tenant);
}
