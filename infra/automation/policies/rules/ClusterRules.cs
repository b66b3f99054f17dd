using Infra.Automation.Json;
using Infra.Automation.Policies.Iam;
using Infra.Stacks.Layers;

namespace Infra.Automation.Policies.Rules;

/// <summary>The cluster: who gets in, what its nodes are, how long it is supported.</summary>
internal static class ClusterRules
{
    private const string PodIdentity = "Service:pods.eks.amazonaws.com";
    private const string RequestTag = "aws:RequestTag/";

    // A layer below the cluster's knows its name, but not its ARN; each group takes one of its tags.
    private static readonly string[][] _podIdentityTags =
        [["eks-cluster-arn", "eks-cluster-name"], ["kubernetes-namespace"], ["kubernetes-service-account"]];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Exposure, 4, context => context.Unless(
            AwsTypes.Cluster, "vpcConfig.endpointPublicAccess", open => open.IsFalse()))
        {
            Severity = PolicySeverity.High,
            Title = "The cluster's API is not on the internet.",
            Reason = "One hole in its authentication, or one leaked token, and anybody anywhere is an administrator.",
            Remedy = "Set EndpointPublicAccess to false and EndpointPrivateAccess to true.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Exposure, 5, context => context.Each(AwsTypes.Subnet)
            .Where(subnet => subnet.IsTrue("mapPublicIpOnLaunch"))
            .Select(subnet => subnet.Breach("mapPublicIpOnLaunch")))
        {
            Severity = PolicySeverity.Medium,
            Title = "No subnet hands out public addresses.",
            Reason = "An instance put there by mistake is on the internet before anybody looks.",
            Remedy = "Set MapPublicIpOnLaunch to false; load balancers and NAT gateways bring their own addresses.",
            Controls = Serves.Boundary,
        },
        new(PolicyThemes.Protection, 6, context => !context.Environment.Protect ? [] : context.Unless(
            AwsTypes.Cluster, "deletionProtection", on => on.IsTrue()))
        {
            Severity = PolicySeverity.Medium,
            Title = "A protected environment's cluster refuses to be deleted.",
            Reason = "A deleted cluster takes everything that runs in it along, and hours to come back.",
            Remedy = "Set DeletionProtection from the environment's file.",
            Controls = Serves.Redundancy,
        },
        new(PolicyThemes.Identity, 7, context => context.Each(AwsTypes.Cluster)
            .Where(cluster => cluster.Text("accessConfig.authenticationMode") is not "API"
                || !cluster.At("accessConfig.bootstrapClusterCreatorAdminPermissions").IsFalse())
            .Select(cluster => cluster.Breach("accessConfig")))
        {
            Severity = PolicySeverity.High,
            Title = "Access to the cluster is by access entries alone, its creator included.",
            Reason = "An aws-auth ConfigMap is edited from inside, and its creator stays an administrator unseen.",
            Remedy = "Set AuthenticationMode to API and BootstrapClusterCreatorAdminPermissions to false.",
            Controls = Serves.Authentication,
        },
        new(PolicyThemes.Identity, 8, context => context.Each(AwsTypes.AccessEntry)
            .Where(entry => entry.Texts("kubernetesGroups").Contains("system:masters"))
            .Select(entry => entry.Breach("kubernetesGroups"))
            .Concat(!context.Environment.Protect ? [] : context.Each(AwsTypes.AccessPolicyAssociation)
                .Where(association => association.Text("accessScope.type") is "cluster")
                .Where(association => association.Text("policyArn") is not { } policy
                    || !policy.EndsWith("/AmazonEKSViewPolicy", StringComparison.Ordinal))
                .Where(association => !IsGuarded(context, association.Text("principalArn")))
                .Select(association => association.Breach("policyArn"))))
        {
            Severity = PolicySeverity.High,
            Title = "In a protected environment only CI and emergencies change the whole cluster.",
            Reason = "What a person changes by hand, no review has seen and no record explains.",
            Remedy = "Associate AmazonEKSViewPolicy, or a scope of namespaces; CI and emergencies have roles of their "
                + "own.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 9, context =>
            from pair in Statements.EachTrust(context)
            where pair.Statement is { Allows: true } statement && statement.Principals.Contains(PodIdentity)
            from tags in _podIdentityTags
            where !pair.Statement.Conditions.Any(condition => condition.Operator is "StringEquals"
                && tags.Any(tag => condition.Key == RequestTag + tag)
                && condition.Values.Count > 0
                && condition.Values.All(value => !value.Contains('*')))
            select pair.Role.Breach(pair.Statement.Path, $"does not name its {tags[0]}"))
        {
            Severity = PolicySeverity.High,
            Title = "A role for pods trusts named service accounts of one cluster.",
            Reason = "Otherwise whoever may write associations hands the role to any pod.",
            Remedy = "Test aws:RequestTag/eks-cluster-arn, kubernetes-namespace and kubernetes-service-account.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 10, context => context.Each(AwsTypes.PodIdentityAssociation)
            .GroupBy(association => association.Text("roleArn"), StringComparer.Ordinal)
            .Where(shared => shared.Key is not null)
            .SelectMany(shared => shared.Skip(1))
            .Select(association => association.Breach("roleArn", "a role that another service account has, too")))
        {
            Severity = PolicySeverity.Medium,
            Title = "No two service accounts share a role.",
            Reason = "Each may do what the other needs, and the log shows one of them for both.",
            Remedy = "Make a PodIdentity for each service account.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 11, context => context.Each(KubernetesTypes.Namespace)
            .Where(@namespace => !context.In(@namespace, KubernetesTypes.ServiceAccount)
                .Any(account => account.ObjectName is "default"
                    && account.At("automountServiceAccountToken").IsFalse()))
            .Select(@namespace => @namespace.Breach("serviceAccount", "the default one hands out tokens")))
        {
            Severity = PolicySeverity.Medium,
            Title = "The default service account of every namespace hands out no token.",
            Reason = "A pod that names no account would hold credentials of the cluster that it never asked for.",
            Remedy = "Set automountServiceAccountToken to false on the account called default.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.SupplyChain, 2, context => context.Unless(
            AwsTypes.Addon, "addonVersion", version => version.AsText() is { } text && text.Contains("eksbuild")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every add-on of the cluster has one version.",
            Reason = "Without one AWS picks, and a change of the network's own software is in no difference.",
            Remedy = "Set AddonVersion to a build, such as v1.21.1-eksbuild.3.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.SupplyChain, 3, context => context.Each(AwsTypes.NodeGroup)
            .Where(group => group.Text("launchTemplate.version") is null or "$Latest" or "$Default")
            .Select(group => group.Breach("launchTemplate.version")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Nodes are made from one version of their launch template.",
            Reason = "With $Latest, whoever writes a new version changes what the next node runs.",
            Remedy = "Take the version from the template's LatestVersion output.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.Availability, 1, context => !context.Environment.Protect ? [] :
            context.Each(AwsTypes.NodeGroup)
                .Where(group => group.Items("subnetIds").Count() < 2 || !(group.Number("scalingConfig.minSize") >= 2))
                .Select(group => group.Breach("scalingConfig")))
        {
            Severity = PolicySeverity.Medium,
            Title = "In a protected environment every group of nodes has two nodes in two zones at least.",
            Reason = "With one node or one zone, its loss is the loss of the service.",
            Remedy = "Raise MinSize, and pass subnets of all zones.",
            Controls = Serves.Redundancy,
        },
        new(PolicyThemes.Cost, 3, context => context.Unless(
            AwsTypes.Cluster, "upgradePolicy.supportType", support => support.AsText() is "STANDARD"))
        {
            Severity = PolicySeverity.Medium,
            Title = "No cluster slides into extended support.",
            Reason = "Extended support is on by default and costs six times as much per hour.",
            Remedy = "Set UpgradePolicy.SupportType to STANDARD and upgrade in time (strata upgrade-check).",
            Controls = Serves.Spending,
        },
    ];

    /// <summary>
    /// Whether a principal is one of the account's own roles, for CI and for emergencies; rules of their own see to it
    /// who may take these on, and who hears of it.
    /// </summary>
    private static bool IsGuarded(PolicyContext context, string? principal) => principal is not null && context
        .Each(AwsTypes.Role)
        .Where(role => context.LayerOf(role) == LayerRegistry.Bootstrap)
        .Any(role => principal.Contains($"{role.Urn}#", StringComparison.Ordinal)
            || principal.EndsWith($"/{role.Text("name")}", StringComparison.Ordinal));
}
