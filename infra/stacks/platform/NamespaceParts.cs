using Infra.Components.Flows;
using Infra.Components.Flows.NetworkPolicies;
using Infra.Components.Namespaces;

namespace Infra.Stacks.Platform;

/// <summary>The namespaces with their guards, and the policies between them.</summary>
internal sealed class NamespaceParts
{
    public NamespaceParts(PlatformSettings settings, FlowModel flows, ClusterParts cluster)
    {
        var options = new ComponentResourceOptions { Provider = cluster.Kubernetes };
        var namespaces = PlatformNamespaces.All
            .Select(plan => (Plan: plan, Quota: settings.Quotas.GetValueOrDefault(plan.Name, NamespaceQuota.Nothing)))
            .Concat(settings.IsolatedTenants.Select(tenant =>
                (Plan: PlatformNamespaces.OfTenant(tenant.Name), tenant.Quota)))
            .ToDictionary(
                entry => entry.Plan.Name,
                entry => new GuardedNamespace(
                    $"ns-{entry.Plan.Name}",
                    new()
                    {
                        Plan = entry.Plan,
                        Quota = entry.Quota,
                        KubernetesVersion = settings.KubernetesVersion,
                        Adopting = cluster.Adopting,
                    },
                    options));
        Guards =
        [
            .. namespaces.Values,
            new NetworkPolicies(
                "policies",
                new() { Flows = flows, CniConfigurationValues = Enforcement.ConfigurationValues },
                new() { Provider = cluster.Kubernetes, DependsOn = [.. namespaces.Values] }),
        ];
        Names = namespaces.ToDictionary(entry => entry.Key, entry => entry.Value.NamespaceName);
    }

    /// <summary>What must be there before a pod is: namespaces, quotas, policies.</summary>
    public IReadOnlyList<ComponentResource> Guards { get; }

    /// <summary>The names of the namespaces, by name.</summary>
    public IReadOnlyDictionary<string, Output<string>> Names { get; }
}
