using Infra.Components.Cluster.Nodes;
using Infra.Components.Namespaces;

namespace Infra.Stacks.Platform;

/// <summary>What a tenant has for itself alone: nodes, and a namespace on them.</summary>
/// <param name="Name">The tenant: a DNS label.</param>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Quota">What its pods may ask for.</param>
public sealed record TenantSettings(string Name, NodePoolShape Nodes, NamespaceQuota Quota);
