using Infra.Components.Policies;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Cluster;

/// <summary>
/// An EKS control plane, reached from the VPC only. Nobody may do anything in it until access is granted, not even who
/// made it. Stateful.
/// </summary>
/// <remarks>
/// EKS makes a security group of its own and puts it on the control plane's interfaces beside ours. It admits whoever
/// carries it, and lets out everything. Nodes must therefore not carry it: node groups whose launch template names
/// security groups do not get it, so it admits the control plane's own interfaces and nothing else. What the control
/// plane may call is decided by the groups of those it calls, as <c>nodes</c> admits it to declared ports only.
/// </remarks>
public sealed class EksCluster : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the cluster.</summary>
    public const string TypeToken = "strata:cluster:EksCluster";

    /// <summary>Makes the control plane with its role and its log group.</summary>
    public EksCluster(string name, EksClusterArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var (role, rights) = Role(name, args);
        // EKS would make the log group itself, without key and with logs that never expire: ours comes first.
        var logs = new CloudWatch.LogGroup(
            $"{name}-logs",
            new()
            {
                Name = $"/aws/eks/{args.Name}/cluster",
                KmsKeyId = args.LogsKeyArn,
                RetentionInDays = args.LogRetentionDays,
                Tags = args.Tags.ToInputs(),
            },
            child);
        var cluster = new Eks.Cluster(
            name, Cluster(args, role), new() { Parent = this, DependsOn = { logs, rights[0], rights[1] } });

        ClusterName = cluster.Name;
        ClusterArn = cluster.Arn;
        ClusterEndpoint = cluster.Endpoint;
        ClusterCertificateAuthority = cluster.CertificateAuthority.Apply(authority => authority.Data ?? "");
        RegisterOutputs();
    }

    /// <summary>The cluster's name, once it is there.</summary>
    [Output("clusterName")]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output("clusterArn")]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>Address of the API server.</summary>
    [Output("clusterEndpoint")]
    public Output<string> ClusterEndpoint { get; private set; }

    /// <summary>Certificate of the authority that signed the API server's, in base64.</summary>
    [Output("clusterCertificateAuthority")]
    public Output<string> ClusterCertificateAuthority { get; private set; }

    /// <summary>Which cluster this is.</summary>
    public ClusterIdentity Identity => new(ClusterName, ClusterArn);

    /// <summary>Where it answers.</summary>
    public ClusterAddress Address => new(ClusterName, ClusterEndpoint, ClusterCertificateAuthority);

    private static Eks.ClusterArgs Cluster(EksClusterArgs args, Iam.Role role) => new()
    {
        Name = args.Name,
        Version = args.KubernetesVersion,
        RoleArn = role.Arn,
        AccessConfig = new Eks.Inputs.ClusterAccessConfigArgs
        {
            AuthenticationMode = "API", // Access entries only; there is no way back to a config map.
            BootstrapClusterCreatorAdminPermissions = false,
        },
        BootstrapSelfManagedAddons = false, // The add-ons are installed in pinned versions.
        DeletionProtection = args.DeletionProtection,
        EnabledClusterLogTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"],
        EncryptionConfig = new Eks.Inputs.ClusterEncryptionConfigArgs
        {
            Resources = ["secrets"],
            Provider = new Eks.Inputs.ClusterEncryptionConfigProviderArgs { KeyArn = args.SecretsKeyArn },
        },
        KubernetesNetworkConfig = new Eks.Inputs.ClusterKubernetesNetworkConfigArgs
        {
            IpFamily = "ipv4",
            ServiceIpv4Cidr = args.Services.ToString(),
        },
        // At the end of standard support EKS upgrades by itself; extended support is never paid for unnoticed.
        UpgradePolicy = new Eks.Inputs.ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
        VpcConfig = new Eks.Inputs.ClusterVpcConfigArgs
        {
            EndpointPrivateAccess = true,
            EndpointPublicAccess = false,
            SubnetIds = args.SubnetIds,
            SecurityGroupIds = { args.SecurityGroupId },
        },
        Tags = args.Tags.ToInputs(),
    };

    private (Iam.Role Role, Resource[] Rights) Role(string name, EksClusterArgs args)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Iam.Role(
            $"{name}-role",
            new()
            {
                Name = $"{args.Name}-cluster",
                AssumeRolePolicy = new PolicyDocument(new PolicyStatement
                {
                    Sid = "EksRunsTheControlPlane",
                    Effect = PolicyEffect.Allow,
                    Principal = PolicyPrincipal.Service("eks.amazonaws.com"),
                    Actions = ["sts:AssumeRole"],
                }).ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            child);
        var managed = new Iam.RolePolicyAttachment(
            $"{name}-AmazonEKSClusterPolicy",
            new() { Role = role.Name, PolicyArn = $"arn:{args.Partition}:iam::aws:policy/AmazonEKSClusterPolicy" },
            child);
        var key = new Iam.RolePolicy(
            $"{name}-secrets",
            new()
            {
                Role = role.Name,
                Policy = args.SecretsKeyArn.Apply(arn => new PolicyDocument(new PolicyStatement
                {
                    Sid = "EncryptSecrets",
                    Effect = PolicyEffect.Allow,
                    Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:ListGrants"],
                    Resources = [arn],
                }).ToJson()),
            },
            child);
        return (role, [managed, key]);
    }
}
