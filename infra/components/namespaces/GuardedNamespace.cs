using System.Globalization;
using Infra.Components.Cluster.Nodes;
using Infra.Components.Flows.NetworkPolicies;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Namespaces;

/// <summary>
/// A namespace with its guards: pod security, a quota, limits for containers that name none, and a default service
/// account that is worth nothing.
/// </summary>
public sealed class GuardedNamespace : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the namespace with all in it.</summary>
    public const string TypeToken = "strata:namespaces:GuardedNamespace";

    /// <summary>Annotation that says why a namespace admits more than restricted pods.</summary>
    public const string ExceptionAnnotation = "strata/pod-security-exception";

    // What a container gets that names no requests or limits of its own, and the most memory that one may have. CPU is
    // never limited: a greatest CPU would also be the limit of whoever names none.
    private const string DefaultCpu = "50m";
    private const string DefaultMemory = "128Mi";
    private const string DefaultMemoryLimit = "256Mi";
    private const string LargestMemory = "16Gi";

    /// <summary>Makes the namespace and its guards.</summary>
    public GuardedNamespace(string name, GuardedNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var plan = args.Plan;
        var ns = new Namespace(
            name,
            new()
            {
                Metadata = new ObjectMetaArgs { Name = plan.Name, Labels = Labels(args), Annotations = Why(plan) },
            },
            plan.MadeByCluster
                ? new() { Parent = this, Provider = args.Adopting, RetainOnDelete = true }
                : new() { Parent = this });
        NamespaceName = ns.Id.Apply(_ => plan.Name); // Who uses the name waits for the namespace.

        // The cluster makes this account with the namespace. It ends with the namespace, so it is never deleted.
        _ = new ServiceAccount(
            $"{name}-default",
            new() { Metadata = In("default"), AutomountServiceAccountToken = false },
            new() { Parent = this, Provider = args.Adopting, RetainOnDelete = true });
        if (plan.Bounded)
        {
            _ = new ResourceQuota(
                name, new() { Metadata = In("quota"), Spec = Quota(plan, args.Quota) }, new() { Parent = this });
            _ = new LimitRange(
                name,
                new() { Metadata = In("limits"), Spec = new LimitRangeSpecArgs { Limits = { Limits() } } },
                new() { Parent = this });
        }

        if (plan.Closed)
        {
            _ = new NetworkPolicy(
                name,
                new()
                {
                    Metadata = In(PolicyRenderer.DefaultDeny),
                    Spec = new NetworkPolicySpecArgs
                    {
                        PodSelector = new LabelSelectorArgs(),
                        PolicyTypes = ["Ingress", "Egress"],
                    },
                },
                new() { Parent = this });
        }

        RegisterOutputs();
    }

    /// <summary>The namespace's name, once it is there.</summary>
    [Output("namespaceName")]
    public Output<string> NamespaceName { get; private set; }

    private ObjectMetaArgs In(string name) => new() { Name = name, Namespace = NamespaceName };

    private static InputMap<string> Labels(GuardedNamespaceArgs args)
    {
        const string Prefix = "pod-security.kubernetes.io";
        var version = $"v{args.KubernetesVersion}";
        var labels = new InputMap<string>
        {
            [$"{Prefix}/enforce"] = Level(args.Plan.PodSecurity),
            [$"{Prefix}/enforce-version"] = version,
            // What would not be admitted to a restricted namespace is in the audit log, also where it is admitted.
            [$"{Prefix}/audit"] = Level(PodSecurity.Restricted),
            [$"{Prefix}/audit-version"] = version,
            [$"{Prefix}/warn"] = Level(args.Plan.PodSecurity),
            [$"{Prefix}/warn-version"] = version,
        };
        if (args.Plan.Tenant is { } tenant)
        {
            labels.Add(NodeLabels.Tenant, tenant);
        }

        return labels;
    }

    /// <exception cref="InvalidOperationException">There is an exception without a reason.</exception>
    private static InputMap<string> Why(NamespacePlan plan) => plan switch
    {
        { PodSecurity: PodSecurity.Restricted } => [],
        { Exception: { } reason } => new() { [ExceptionAnnotation] = reason },
        _ => throw new InvalidOperationException(
            $"The namespace '{plan.Name}' admits {Level(plan.PodSecurity)} pods and does not say why: give a reason."),
    };

    private static string Level(PodSecurity level) => level switch
    {
        PodSecurity.Restricted => "restricted",
        PodSecurity.Baseline => "baseline",
        PodSecurity.Privileged => "privileged",
        _ => throw new InvalidOperationException($"Unknown level of pod security '{level}'."),
    };

    private static ResourceQuotaSpecArgs Quota(NamespacePlan plan, NamespaceQuota quota)
    {
        var spec = new ResourceQuotaSpecArgs
        {
            Hard =
            {
                ["requests.cpu"] = quota.CpuCores.ToString(CultureInfo.InvariantCulture),
                ["requests.memory"] = string.Create(CultureInfo.InvariantCulture, $"{quota.MemoryGiB}Gi"),
                ["limits.memory"] = string.Create(CultureInfo.InvariantCulture, $"{quota.MemoryGiB}Gi"),
                ["pods"] = quota.Pods.ToString(CultureInfo.InvariantCulture),
            },
        };
        if (!plan.Exposed)
        {
            spec.Hard.Add("services.loadbalancers", "0");
            spec.Hard.Add("services.nodeports", "0");
        }

        return spec;
    }

    private static LimitRangeItemArgs Limits() => new()
    {
        Type = "Container",
        Default = { ["memory"] = DefaultMemoryLimit },
        DefaultRequest = { ["cpu"] = DefaultCpu, ["memory"] = DefaultMemory },
        Max = { ["memory"] = LargestMemory },
    };
}
