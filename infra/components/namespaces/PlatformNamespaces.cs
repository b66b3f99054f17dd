using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Namespaces;

/// <summary>The namespaces of the platform: those of its workloads, and those that the cluster has anyway.</summary>
public static class PlatformNamespaces
{
    /// <summary>The namespace of the service itself.</summary>
    public const string Service = "strata";

    /// <summary>The namespace of what nodes and the cluster need.</summary>
    public const string System = "kube-system";

    private const string Default = "default";
    private const string Observability = "observability";

    /// <summary>What is known of a namespace besides that it has workloads.</summary>
    private static readonly NamespacePlan[] _special =
    [
        new(Service) { Exposed = true },
        new(Observability)
        {
            PodSecurity = PodSecurity.Privileged,
            Exception = "The collector's agents read the logs of their node's pods from the node's disk.",
        },
        new(System)
        {
            PodSecurity = PodSecurity.Privileged,
            Exception = "The VPC CNI, kube-proxy, the Pod Identity agent and the CSI driver work on the node itself.",
            MadeByCluster = true,
            // A quota here would keep a new node from its agents, and a default limit would end them.
            Bounded = false,
        },
    ];

    /// <summary>
    /// The namespaces that exist in every environment, by name. Nothing may run in <c>default</c>: whoever forgets to
    /// say where gets an error.
    /// </summary>
    public static IReadOnlyList<NamespacePlan> All { get; } =
    [
        .. PlatformWorkloads.All.Select(workload => workload.Namespace)
            .Distinct()
            .Select(name => _special.SingleOrDefault(plan => plan.Name == name) ?? new NamespacePlan(name))
            .Append(new NamespacePlan(Default) { MadeByCluster = true, Closed = true })
            .OrderBy(plan => plan.Name, StringComparer.Ordinal),
    ];

    /// <summary>The namespaces whose quota an environment has to say.</summary>
    public static IReadOnlyList<string> WithQuota { get; } =
        [.. All.Where(plan => plan is { Bounded: true, Closed: false }).Select(plan => plan.Name)];

    /// <summary>The namespace of an isolated tenant.</summary>
    public static NamespacePlan OfTenant(string tenant) => new($"tenant-{tenant}") { Tenant = tenant, Closed = true };
}
