using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies;

/// <summary>Type tokens of the Kubernetes objects that rules ask for, and how these are read.</summary>
internal static class KubernetesTypes
{
    public const string ClusterRole = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole";
    public const string ClusterRoleBinding = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding";
    public const string DisruptionBudget = "kubernetes:policy/v1:PodDisruptionBudget";
    public const string LimitRange = "kubernetes:core/v1:LimitRange";
    public const string Namespace = "kubernetes:core/v1:Namespace";
    public const string NetworkPolicy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
    public const string Release = "kubernetes:helm.sh/v3:Release";
    public const string ResourceQuota = "kubernetes:core/v1:ResourceQuota";
    public const string Role = "kubernetes:rbac.authorization.k8s.io/v1:Role";
    public const string RoleBinding = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    public const string Service = "kubernetes:core/v1:Service";
    public const string ServiceAccount = "kubernetes:core/v1:ServiceAccount";
    public const string StorageClass = "kubernetes:storage.k8s.io/v1:StorageClass";

    extension(GraphResource resource)
    {
        public bool IsKubernetes => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal);

        /// <summary>The object's own name, as the cluster knows it.</summary>
        public string? ObjectName => resource.Text("metadata.name");

        public string? ObjectNamespace => resource.Text("metadata.namespace");

        /// <summary>A label; its name may hold dots, so it is no path.</summary>
        public string? Label(string name) => resource.At("metadata.labels")?.Text(name);

        public string? Annotation(string name) => resource.At("metadata.annotations")?.Text(name);
    }

    /// <summary>The objects of a type in a namespace.</summary>
    public static IEnumerable<GraphResource> In(this PolicyContext context, GraphResource @namespace, string type) =>
        context.Each(type).Where(candidate => candidate.ObjectNamespace == @namespace.ObjectName);

    /// <summary>Whether a selector chooses every pod.</summary>
    public static bool ChoosesAll(JsonElement? selector) => selector is { } present
        && !present.At("matchLabels").IsPresent() && !present.At("matchExpressions").IsPresent();
}
