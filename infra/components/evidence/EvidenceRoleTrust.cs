using Infra.Components.Flows;
using Infra.Components.Identity;
using Infra.Components.Policies;

namespace Infra.Components.Evidence;

/// <summary>Who may write evidence.</summary>
internal static class EvidenceRoleTrust
{
    /// <summary>
    /// Roles of the account by their whole ARNs, whether they are there yet or not; and pods of certain service
    /// accounts of the environment's cluster, by the session tags that EKS Pod Identity sets itself.
    /// </summary>
    public static PolicyDocument Writer(
        AccountScope scope, IReadOnlyList<string> roles, IReadOnlyList<Workload> pods) => new(
        new PolicyStatement
        {
            Sid = "RolesWrite",
            Effect = PolicyEffect.Allow,
            Principal = PolicyPrincipal.Account(scope.Partition, scope.Account),
            Actions = ["sts:AssumeRole", "sts:TagSession"],
            Conditions = [new("StringEquals", "aws:PrincipalArn", [.. roles])],
        },
        new PolicyStatement
        {
            Sid = "PodsWrite",
            Effect = PolicyEffect.Allow,
            Principal = PolicyPrincipal.Service("pods.eks.amazonaws.com"),
            Actions = ["sts:AssumeRole", "sts:TagSession"],
            Conditions =
            [
                new("StringEquals", "aws:SourceAccount", scope.Account),
                new("StringEquals", "aws:RequestTag/eks-cluster-name", scope.ClusterName),
                Pods("kubernetes-namespace", pods.Select(pod => pod.Namespace)),
                Pods("kubernetes-service-account", pods.Select(pod => pod.ServiceAccount)),
            ],
        });

    private static PolicyCondition Pods(string tag, IEnumerable<string> values) =>
        new("StringEquals", $"aws:RequestTag/{tag}", [.. values.Distinct()]);
}
