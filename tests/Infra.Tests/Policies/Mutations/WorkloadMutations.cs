using Infra.Automation.Policies;

namespace Infra.Tests.Policies.Mutations;

/// <summary>Ways to break pods, charts and roles of the cluster.</summary>
internal static class WorkloadMutations
{
    private const string Job = "kubernetes:batch/v1:Job";
    private const string Setup = "databases";
    private const string Container = "spec.template.spec.containers[0]";
    private const string Rollout = "kubernetes:argoproj.io/v1alpha1:Rollout";
    private const string Registry = "777788889999.dkr.ecr.eu-central-1.amazonaws.com";

    public static IEnumerable<Mutation> All { get; } =
    [
        Set("STRATA-SUPPLY-005", "the latest image", $"{Container}.image", $"{Registry}/ecr-public/aws-cli/aws:latest"),
        Set("STRATA-SUPPLY-005", "no tag", $"{Container}.image", $"{Registry}/ecr-public/aws-cli/aws-cli"),
        Set("STRATA-SUPPLY-006", "ours by tag", $"{Container}.image", $"{Registry}/strata/worker:1.4.2"),
        new("STRATA-SUPPLY-007", "a range of versions", graph => graph.Set(
            KubernetesTypes.Release, "cert-manager", "version", "^1.20")),
        new("STRATA-SUPPLY-007", "plain HTTP", graph => graph.Set(
            KubernetesTypes.Release, "cert-manager", "repositoryOpts.repo", "http://charts.jetstack.io")),
        Set("STRATA-TENANT-006", "privileged", $"{Container}.securityContext.privileged", true),
        Set("STRATA-TENANT-006", "with capabilities", $"{Container}.securityContext.capabilities", null),
        Set("STRATA-TENANT-006", "able to gain them", $"{Container}.securityContext.allowPrivilegeEscalation", null),
        new("STRATA-TENANT-007", "root", graph =>
        {
            graph.Set(Job, Setup, $"{Container}.securityContext.runAsNonRoot", false);
            graph.Set(Job, Setup, "spec.template.spec.securityContext.runAsNonRoot", null);
        }),
        Set("STRATA-TENANT-008", "the node's network", "spec.template.spec.hostNetwork", true),
        Set("STRATA-TENANT-008", "the node's disk", "spec.template.spec.volumes[0].hostPath.path", "/"),
        Set("STRATA-AVAIL-003", "no limit", $"{Container}.resources.limits", null),
        Set("STRATA-AVAIL-003", "no requests", $"{Container}.resources.requests", null),
        new("STRATA-AVAIL-004", "no readiness", graph => graph.Set(
            Rollout, "api", $"{Container}.readinessProbe", null)),
        new("STRATA-AVAIL-004", "no liveness", graph => graph.Set(
            Rollout, "worker", $"{Container}.livenessProbe", null)),
        new("STRATA-AVAIL-005", "no budget", graph => graph.Remove(
            KubernetesTypes.DisruptionBudget, "api-budget")),
        new("STRATA-AVAIL-005", "a budget of other pods", graph => graph.Set(
            KubernetesTypes.DisruptionBudget, "worker-budget", "spec.selector.matchLabels",
            new Dictionary<string, string> { ["app.kubernetes.io/name"] = "other" })),
        new("STRATA-AVAIL-006", "any zone", graph => graph.Set(
            Rollout, "api", "spec.template.spec.topologySpreadConstraints", null)),
        new("STRATA-IAM-019", "every verb", graph => graph.Set(
            KubernetesTypes.Role, "vault-registration", "rules[0].verbs", new[] { "*" })),
        new("STRATA-IAM-019", "an administrator of the cluster", graph => graph.Set(
            KubernetesTypes.RoleBinding, "vault-registration", "roleRef.name", "cluster-admin")),
    ];

    private static Mutation Set(string rule, string what, string path, object? value) =>
        new(rule, what, graph => graph.Set(Job, Setup, path, value));
}
