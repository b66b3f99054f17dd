using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies.Rules;

/// <summary>What pods are made of, what they may do on their node, and what they may do in the cluster.</summary>
internal static partial class WorkloadRules
{
    // The prefixes under which the registry keeps what it pulled from elsewhere; everything else in it is ours.
    private static readonly string[] _upstream = ["docker-hub/", "ecr-public/", "github/", "kubernetes/", "quay/"];

    private static readonly string[] _ofTheNode = ["hostNetwork", "hostPID", "hostIPC"];

    private static readonly string[] _kinds = [KubernetesTypes.Role, KubernetesTypes.ClusterRole];

    private static readonly string[] _bindings = [KubernetesTypes.RoleBinding, KubernetesTypes.ClusterRoleBinding];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.SupplyChain, 5, context => Containers(context)
            .Where(pod => !Versioned().IsMatch(Image(pod.Container)))
            .Select(pod => Breach(pod, "image", Image(pod.Container))))
        {
            Severity = PolicySeverity.High,
            Title = "Every image has one version.",
            Reason = "A tag such as latest is another program tomorrow, on the nodes that did not have it yet.",
            Remedy = "Name the version of the image in ImagePins.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.SupplyChain, 6, context => Containers(context)
            .Where(pod => IsOurs(Image(pod.Container)) && !Image(pod.Container).Contains("@sha256:"))
            .Select(pod => Breach(pod, "image", Image(pod.Container))))
        {
            Severity = PolicySeverity.Critical,
            Title = "Every image of ours is named by its digest.",
            Reason = "Only the digest is what was tested, scanned and signed; a tag can be pushed again.",
            Remedy = "Promote the artefact: the pipeline passes its digest.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.SupplyChain, 7, context => context.Each(KubernetesTypes.Release)
            .Where(release => !ExactVersion().IsMatch(release.Text("version") ?? "")
                || !IsEncrypted(release.Text("repositoryOpts.repo") ?? release.Text("chart") ?? ""))
            .Select(release => release.Breach("version")))
        {
            Severity = PolicySeverity.High,
            Title = "Every chart has one version and comes over an encrypted connection.",
            Reason = "A range, or none, installs whatever its repository serves that day.",
            Remedy = "Take version and repository from ChartPins.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.Tenancy, 6, context => Containers(context)
            .Where(pod => pod.Container.At("securityContext.privileged").IsTrue()
                || !pod.Container.At("securityContext.allowPrivilegeEscalation").IsFalse()
                || !DropsAll(pod.Container))
            .Where(pod => !IsExcepted(context, pod.Resource))
            .Select(pod => Breach(pod, "securityContext", "privileged, or with capabilities, or able to gain them")))
        {
            Severity = PolicySeverity.High,
            Title = "No container is privileged, can become so, or keeps capabilities.",
            Reason = "A hole in the program would be a hole in the node, and in every pod on it.",
            Remedy = "Set allowPrivilegeEscalation to false and drop ALL.",
            Controls = Serves.LeastFunction,
        },
        new(PolicyThemes.Tenancy, 7, context => Pods(context)
            .Where(pod => !pod.Spec.At("securityContext.runAsNonRoot").IsTrue()
                && Each(pod).Any(container => !container.At("securityContext.runAsNonRoot").IsTrue()))
            .Where(pod => !IsExcepted(context, pod.Resource))
            .Select(pod => pod.Resource.Breach($"{pod.Path}.securityContext", "may run as root")))
        {
            Severity = PolicySeverity.Medium,
            Title = "No pod runs as root.",
            Reason = "Root in a container is root on the node as soon as anything lets it out.",
            Remedy = "Set runAsNonRoot and a user in the pod's security context.",
            Controls = Serves.LeastFunction,
        },
        new(PolicyThemes.Tenancy, 8, context =>
            from pod in Pods(context)
            where !IsExcepted(context, pod.Resource)
            from name in _ofTheNode.Where(name => pod.Spec.At(name).IsTrue())
                .Concat(pod.Spec.Items("volumes").Any(volume => volume.At("hostPath").IsPresent()) ? ["hostPath"] : [])
            select pod.Resource.Breach($"{pod.Path}.{name}", "shares it with the node"))
        {
            Severity = PolicySeverity.High,
            Title = "No pod shares its node's network, processes or disk.",
            Reason = "It would reach what its policies forbid, and see what other tenants' pods write.",
            Remedy = "Take it out; what works on the node itself belongs into a namespace that says so.",
            Controls = Serves.Segregation,
        },
        new(PolicyThemes.Availability, 3, context => Containers(context)
            .Where(pod => !pod.Container.At("resources.limits.memory").IsPresent()
                || !pod.Container.At("resources.requests.memory").IsPresent()
                || !pod.Container.At("resources.requests.cpu").IsPresent())
            .Select(pod => Breach(pod, "resources", "no limit of memory, or no requests")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every container says what it needs, and how much memory at most.",
            Reason = "Without it the scheduler guesses, and one leak takes its neighbours along.",
            Remedy = "Set requests for cpu and memory and a limit for memory.",
            Controls = Serves.Capacity,
        },
        new(PolicyThemes.Identity, 19, context =>
            (from role in context.Each(_kinds)
             from rule in role.Items("rules")
             where rule.Items("verbs").Concat(rule.Items("resources")).Any(item => item.GetString() is "*")
             select role.Breach("rules", "a wildcard"))
            .Concat(context.Each(_bindings)
                .Where(binding => binding.Text("roleRef.name") is "cluster-admin")
                .Select(binding => binding.Breach("roleRef.name"))))
        {
            Severity = PolicySeverity.High,
            Title = "No role in the cluster has wildcards, and nobody is its administrator.",
            Reason = "Whoever takes over that one pod has the cluster, every Secret included.",
            Remedy = "List the verbs and the resources.",
            Controls = Serves.LeastPrivilege,
        },
    ];

    private static IEnumerable<(GraphResource Resource, string Path, JsonElement Spec)> Pods(PolicyContext context) =>
        from resource in context.Resources
        where resource.IsKubernetes
        from path in (string[])["spec.template.spec", "spec.jobTemplate.spec.template.spec"]
        let spec = resource.At(path)
        where spec?.At("containers").IsPresent() == true
        select (resource, path, spec.Value);

    private static IEnumerable<JsonElement> Each((GraphResource Resource, string Path, JsonElement Spec) pod) =>
        pod.Spec.Items("initContainers").Concat(pod.Spec.Items("containers"));

    private static IEnumerable<(GraphResource Resource, string Path, JsonElement Container)> Containers(
        PolicyContext context) => Pods(context).SelectMany(
            pod => Each(pod).Select(container => (pod.Resource, pod.Path, container)));

    private static Breach Breach(
        (GraphResource Resource, string Path, JsonElement Container) pod, string what, string found) =>
        pod.Resource.Breach($"{pod.Path}.{pod.Container.Text("name")}.{what}", found);

    private static string Image(JsonElement container) => container.Text("image") ?? "";

    private static bool IsOurs(string image) =>
        image.Contains(".dkr.ecr.", StringComparison.Ordinal)
        && image.Split('/', 2) is [_, var path]
        && !_upstream.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsEncrypted(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal)
        || address.StartsWith("oci://", StringComparison.Ordinal);

    private static bool DropsAll(JsonElement container) =>
        container.At("securityContext.capabilities") is { } capabilities
        && capabilities.Items("drop").Any(item => item.GetString() is "ALL");

    /// <summary>Whether the namespace is one that declares why its pods work on the node.</summary>
    private static bool IsExcepted(PolicyContext context, GraphResource resource) => context
        .Each(KubernetesTypes.Namespace)
        .Any(@namespace => @namespace.ObjectName == resource.ObjectNamespace
            && @namespace.Annotation("strata/pod-security-exception") is { Length: > 0 });

    [GeneratedRegex(@"(@sha256:[0-9a-f]{64}|:v?\d+\.\d+[\w.-]*)\z")]
    private static partial Regex Versioned();

    [GeneratedRegex(@"\Av?\d+\.\d+\.\d+([-+][\w.+-]+)?\z")]
    private static partial Regex ExactVersion();
}
