using Infra.Automation.Policies;

namespace Infra.Tests.Policies.Mutations;

/// <summary>Ways to break the cluster and its namespaces.</summary>
internal static class PlatformMutations
{
    private const string Cni = "node-addons-vpc-cni";
    private const string PodRole = "controllers-vpc-cni-role";
    private const string TenantNodes = "nodes-tenant-meridian";

    public static IEnumerable<Mutation> All { get; } =
    [
        new("STRATA-ENC-005", "Secrets in clear", graph => graph.Set(
            AwsTypes.Cluster, "eks", "encryptionConfig", null)),
        new("STRATA-ENC-006", "a disk in clear", graph => graph.Set(
            AwsTypes.LaunchTemplate, "nodes-workers-template", "blockDeviceMappings[1].ebs.encrypted", "false")),
        new("STRATA-ENC-007", "volumes with AWS's key", graph => graph.Set(
            KubernetesTypes.StorageClass, "storage", "parameters.kmsKeyId", null)),
        new("STRATA-PUB-004", "the API on the internet", graph => graph.Set(
            AwsTypes.Cluster, "eks", "vpcConfig.endpointPublicAccess", true)),
        new("STRATA-PUB-004", "AWS's default", graph => graph.Set(
            AwsTypes.Cluster, "eks", "vpcConfig.endpointPublicAccess", null)),
        new("STRATA-PROT-006", "a cluster that can be deleted", graph => graph.Set(
            AwsTypes.Cluster, "eks", "deletionProtection", false)),
        new("STRATA-IAM-007", "aws-auth", graph => graph.Set(
            AwsTypes.Cluster, "eks", "accessConfig.authenticationMode", "API_AND_CONFIG_MAP")),
        new("STRATA-IAM-007", "the creator stays", graph => graph.Set(
            AwsTypes.Cluster, "eks", "accessConfig.bootstrapClusterCreatorAdminPermissions", null)),
        new("STRATA-IAM-008", "operators change everything", graph => graph.Set(
            AwsTypes.AccessPolicyAssociation, "access-operators", "policyArn",
            "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy")),
        new("STRATA-IAM-008", "the group of masters", graph => graph.Set(
            AwsTypes.AccessEntry, "access-reviewers", "kubernetesGroups", new[] { "system:masters" })),
        new("STRATA-IAM-009", "any service account", graph => graph.Statement(
            AwsTypes.Role, PodRole, "assumeRolePolicy", null, statement =>
                statement["Condition"]?["StringEquals"]?.AsObject()
                    .Remove("aws:RequestTag/kubernetes-service-account"))),
        new("STRATA-IAM-009", "a wildcard as second value", graph => graph.Statement(
            AwsTypes.Role, PodRole, "assumeRolePolicy", null, statement =>
                statement["Condition"]?["StringEquals"]?["aws:RequestTag/kubernetes-namespace"]?.AsArray().Add("*"))),
        new("STRATA-IAM-010", "a shared role", graph => graph.Set(
            AwsTypes.PodIdentityAssociation, "controllers-vpc-cni-association", "roleArn",
            $"${{{graph.Find(AwsTypes.Role, "controllers-ebs-csi-controller-role").Urn}#arn}}")),
        new("STRATA-IAM-011", "tokens for everybody", graph => graph.Set(
            KubernetesTypes.ServiceAccount, "ns-strata-default", "automountServiceAccountToken", null)),
        new("STRATA-NET-008", "metadata without tokens", graph => graph.Set(
            AwsTypes.LaunchTemplate, "nodes-workers-template", "metadataOptions.httpTokens", "optional")),
        new("STRATA-NET-008", "metadata for pods", graph => graph.Set(
            AwsTypes.LaunchTemplate, "nodes-workers-template", "metadataOptions.httpPutResponseHopLimit", 2)),
        new("STRATA-NET-009", "policies are comments", graph => graph.Set(
            AwsTypes.Addon, Cni, "configurationValues", null)),
        new("STRATA-NET-009", "new pods start open", graph => graph.Set(
            AwsTypes.Addon, Cni, "configurationValues",
            """{"enableNetworkPolicy":"true","env":{"NETWORK_POLICY_ENFORCING_MODE":"standard"}}""")),
        new("STRATA-NET-010", "no default deny", graph => graph.Remove(
            KubernetesTypes.NetworkPolicy, "policies-strata-default-deny")),
        new("STRATA-NET-010", "egress is open", graph => graph.Set(
            KubernetesTypes.NetworkPolicy, "policies-strata-default-deny", "spec.policyTypes", new[] { "Ingress" })),
        new("STRATA-NET-011", "anybody may come", graph => graph.Set(
            KubernetesTypes.NetworkPolicy, "policies-vault-vault", "spec.ingress[0].from", null)),
        new("STRATA-NET-011", "by any port", graph => graph.Set(
            KubernetesTypes.NetworkPolicy, "policies-vault-vault", "spec.egress[0].ports", null)),
        new("STRATA-LOG-004", "no audit log", graph => graph.Set(
            AwsTypes.Cluster, "eks", "enabledClusterLogTypes[1]", null)),
        new("STRATA-SUPPLY-002", "whatever AWS picks", graph => graph.Set(
            AwsTypes.Addon, Cni, "addonVersion", null)),
        new("STRATA-SUPPLY-003", "the latest template", graph => graph.Set(
            AwsTypes.NodeGroup, "nodes-workers", "launchTemplate.version", "$Latest")),
        new("STRATA-AVAIL-001", "one node is enough", graph => graph.Set(
            AwsTypes.NodeGroup, "nodes-system", "scalingConfig.minSize", 1)),
        new("STRATA-TENANT-001", "baseline for a tenant", graph => graph.Set(
            KubernetesTypes.Namespace, "ns-tenant-meridian", "metadata.labels",
            new Dictionary<string, object>
            {
                ["pod-security.kubernetes.io/enforce"] = "baseline",
                ["strata/tenant"] = "meridian",
            })),
        new("STRATA-TENANT-001", "privileged without a reason", graph => graph.Set(
            KubernetesTypes.Namespace, "ns-observability", "metadata.annotations", null)),
        new("STRATA-TENANT-002", "no quota", graph => graph.Remove(KubernetesTypes.ResourceQuota, "ns-strata")),
        new("STRATA-TENANT-003", "no defaults", graph => graph.Remove(KubernetesTypes.LimitRange, "ns-strata")),
        new("STRATA-TENANT-004", "nodes for everybody", graph => graph.Set(
            AwsTypes.NodeGroup, TenantNodes, "taints", null)),
        new("STRATA-TENANT-004", "a taint that only advises", graph => graph.Set(
            AwsTypes.NodeGroup, TenantNodes, "taints[0].effect", "PREFER_NO_SCHEDULE")),
        new("STRATA-TENANT-005", "no tenant's tag", graph => graph.Set(
            AwsTypes.NodeGroup, TenantNodes, "tags.tenant", null)),
        new("STRATA-TAG-003", "disks without tags", graph => graph.Set(
            AwsTypes.LaunchTemplate, "nodes-workers-template", "tagSpecifications", null)),
        new("STRATA-COST-003", "extended support", graph => graph.Set(
            AwsTypes.Cluster, "eks", "upgradePolicy", null)),
        new("STRATA-COST-005", "old volumes", graph => graph.Set(
            KubernetesTypes.StorageClass, "storage", "parameters.type", "gp2")),
        new("STRATA-COST-005", "old disks", graph => graph.Set(
            AwsTypes.LaunchTemplate, "nodes-workers-template", "blockDeviceMappings[0].ebs.volumeType", "gp2")),
    ];
}
