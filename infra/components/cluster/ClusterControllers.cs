using Infra.Components.Flows.Catalogue;
using Infra.Components.Policies;

namespace Infra.Components.Cluster;

/// <summary>The AWS rights of the add-ons that manage interfaces and volumes, each in a role of its own.</summary>
public sealed class ClusterControllers : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:ClusterControllers";

    private const string CniServiceAccount = "aws-node";

    /// <summary>Makes the identities.</summary>
    public ClusterControllers(string name, ClusterControllersArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var ebs = PlatformWorkloads.EbsController;
        _ = new PodIdentity(
            $"{name}-vpc-cni",
            new()
            {
                RoleName = $"{args.Prefix}-vpc-cni",
                Cluster = args.Cluster,
                Namespace = ebs.Namespace,
                ServiceAccount = CniServiceAccount,
                ManagedPolicyArns = [Managed(args, "AmazonEKS_CNI_Policy")],
                Tags = args.Tags with { Service = "vpc-cni" },
            },
            new() { Parent = this });
        _ = new PodIdentity(
            $"{name}-{ebs.Name}",
            new()
            {
                RoleName = $"{args.Prefix}-{ebs.Name}",
                Cluster = args.Cluster,
                Namespace = ebs.Namespace,
                ServiceAccount = ebs.ServiceAccount,
                ManagedPolicyArns = [Managed(args, "service-role/AmazonEBSCSIDriverPolicy")],
                Policy = args.VolumesKeyArn.Apply(arn => EncryptVolumes(arn).ToJson()),
                Tags = args.Tags with { Service = ebs.Name },
            },
            new() { Parent = this });
        RegisterOutputs();
    }

    private static string Managed(ClusterControllersArgs args, string policy) =>
        $"arn:{args.Partition}:iam::aws:policy/{policy}";

    // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/example-iam-policy.json
    private static PolicyDocument EncryptVolumes(string keyArn) => new(
        new PolicyStatement
        {
            Sid = "EncryptVolumes",
            Effect = PolicyEffect.Allow,
            Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"],
            Resources = [keyArn],
        },
        new PolicyStatement
        {
            Sid = "KeepVolumesReadable",
            Effect = PolicyEffect.Allow,
            Actions = ["kms:CreateGrant"],
            Resources = [keyArn],
            Conditions = [new("Bool", "kms:GrantIsForAWSResource", "true")],
        });
}
