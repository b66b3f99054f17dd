using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies.Rules;

/// <summary>What keeps namespaces and tenants apart.</summary>
internal static class TenancyRules
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";
    private const string Exception = "strata/pod-security-exception";
    private const string Tenant = "strata/tenant";
    private const string OfTheCluster = "kube-system"; // What it runs is sized by EKS; a quota there stops the cluster.

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Tenancy, 1, context => context.Each(KubernetesTypes.Namespace)
            .Where(@namespace => @namespace.Label(Enforce) is not "restricted"
                && (@namespace.Annotation(Exception) is not { Length: > 0 } || @namespace.Label(Tenant) is not null))
            .Select(@namespace => @namespace.Breach(
                $"metadata.labels.{Enforce}", @namespace.Label(Enforce) ?? "nothing")))
        {
            Severity = PolicySeverity.High,
            Title = "Every namespace enforces restricted pods, or says why it cannot; a tenant's always does.",
            Reason = "A privileged pod is an administrator of its node, and of every pod on it.",
            Remedy = "Set the label to restricted, or give the reason in the annotation strata/pod-security-exception.",
            Controls = Serves.LeastFunction,
        },
        new(PolicyThemes.Tenancy, 2, context => Ours(context)
            .Where(@namespace => !context.In(@namespace, KubernetesTypes.ResourceQuota)
                .Any(quota => quota.At("spec.hard")?.Text("limits.memory") is { Length: > 0 }))
            .Select(@namespace => @namespace.Breach("resourceQuota", "no limit of memory")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every namespace has a quota.",
            Reason = "One runaway namespace takes the nodes away from all others.",
            Remedy = "Make the namespace with GuardedNamespace.",
            Controls = Serves.Capacity,
        },
        new(PolicyThemes.Tenancy, 3, context => Ours(context)
            .Where(@namespace => !context.In(@namespace, KubernetesTypes.LimitRange).Any())
            .Select(@namespace => @namespace.Breach("limitRange", "no defaults for containers")))
        {
            Severity = PolicySeverity.Low,
            Title = "Every namespace has defaults for containers that ask for nothing.",
            Reason = "A quota refuses such a container, and whoever deploys it learns that at night.",
            Remedy = "Make the namespace with GuardedNamespace.",
            Controls = Serves.Capacity,
        },
        new(PolicyThemes.Tenancy, 4, context => context.Each(AwsTypes.NodeGroup)
            .Where(group => group.At("labels")?.Text(Tenant) is { } tenant
                && !group.Items("taints").Any(taint => taint.At("key").AsText() is Tenant
                    && taint.At("value").AsText() == tenant
                    && taint.At("effect").AsText() is "NO_SCHEDULE" or "NO_EXECUTE"))
            .Select(group => group.Breach("taints")))
        {
            Severity = PolicySeverity.High,
            Title = "A tenant's nodes keep everybody else's pods away.",
            Reason = "A label attracts the tenant's pods; only a taint repels the others.",
            Remedy = "Taint the group with strata/tenant and the tenant's name, NO_SCHEDULE.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Tenancy, 5, context => context.Each(AwsTypes.NodeGroup)
            .Where(group => group.At("labels")?.Text(Tenant) is { } tenant && group.Text("tags.tenant") != tenant)
            .Select(group => group.Breach("tags.tenant")))
        {
            Severity = PolicySeverity.Low,
            Title = "What is a tenant's alone carries the tenant's tag.",
            Reason = "Its costs and its access could not be told from anybody else's.",
            Remedy = "Pass the tags with { Tenant = … }.",
            Controls = Serves.Inventory,
        },
        new(PolicyThemes.Tags, 3, context =>
            from template in context.Each(AwsTypes.LaunchTemplate)
            from kind in (string[])["instance", "volume"]
            where !template.Items("tagSpecifications").Any(tags => tags.At("resourceType").AsText() == kind
                && tags.At("tags.owner").IsPresent())
            select template.Breach("tagSpecifications", $"without tags for each {kind}"))
        {
            Severity = PolicySeverity.Low,
            Title = "Nodes and their disks carry the tags, too.",
            Reason = "A group's tags are not handed on: most of the bill would have no owner.",
            Remedy = "Put StandardTags into TagSpecifications for instance and volume.",
            Controls = Serves.Inventory,
        },
    ];

    private static IEnumerable<GraphResource> Ours(PolicyContext context) =>
        context.Each(KubernetesTypes.Namespace).Where(@namespace => @namespace.ObjectName is not OfTheCluster);
}
