using Infra.Components.Policies;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Cluster;

/// <summary>
/// AWS credentials for the pods of one service account: a role that nobody else can take, and its association in EKS.
/// Works only where the workload is declared with <c>PodIdentity</c>, or its way to the agent is closed.
/// </summary>
public sealed class PodIdentity : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the role.</summary>
    public const string TypeToken = "strata:cluster:PodIdentity";

    /// <summary>Makes the role and the association.</summary>
    /// <exception cref="ArgumentException">The role could do nothing.</exception>
    public PodIdentity(string name, PodIdentityArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        if (args.Policy is null && args.ManagedPolicyArns.Count == 0)
        {
            throw new ArgumentException(
                $"The pod identity '{name}' has neither a policy nor a managed one, so its role could do nothing: give "
                + "it one, or leave the identity out.",
                nameof(args));
        }

        var child = new CustomResourceOptions { Parent = this };
        var role = new Iam.Role(
            $"{name}-role",
            new()
            {
                Name = args.RoleName,
                AssumeRolePolicy = args.Cluster.Arn.Apply(arn => Trust(args, arn).ToJson()),
                Tags = args.Tags.ToInputs(),
            },
            child);
        var rights = new InputList<Resource>();
        if (args.Policy is { } policy)
        {
            rights.Add(new Iam.RolePolicy($"{name}-policy", new() { Role = role.Name, Policy = policy }, child));
        }

        foreach (var arn in args.ManagedPolicyArns)
        {
            rights.Add(new Iam.RolePolicyAttachment(
                $"{name}-{arn[(arn.LastIndexOf('/') + 1)..]}", new() { Role = role.Name, PolicyArn = arn }, child));
        }

        var association = new Eks.PodIdentityAssociation(
            $"{name}-association",
            new()
            {
                ClusterName = args.Cluster.Name,
                Namespace = args.Namespace,
                ServiceAccount = args.ServiceAccount,
                RoleArn = role.Arn,
                Tags = args.Tags.ToInputs(),
            },
            // A pod that starts on the association finds a role that may already do its work.
            new() { Parent = this, DependsOn = rights });
        RoleArn = role.Arn;
        AssociationId = association.AssociationId;
        RegisterOutputs();
    }

    /// <summary>ARN of the role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>Id of the association in EKS.</summary>
    [Output("associationId")]
    public Output<string> AssociationId { get; private set; }

    /// <summary>
    /// EKS takes the role for pods of any association in the account. The session tags that it sets itself narrow that
    /// to one service account of one cluster; an association elsewhere is then worth nothing.
    /// https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
    /// </summary>
    private static PolicyDocument Trust(PodIdentityArgs args, string clusterArn) => new(new PolicyStatement
    {
        Sid = "PodsOfOneServiceAccount",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service("pods.eks.amazonaws.com"),
        Actions = ["sts:AssumeRole", "sts:TagSession"],
        Conditions =
        [
            new("StringEquals", "aws:RequestTag/eks-cluster-arn", clusterArn),
            new("StringEquals", "aws:RequestTag/kubernetes-namespace", args.Namespace),
            new("StringEquals", "aws:RequestTag/kubernetes-service-account", args.ServiceAccount),
        ],
    });
}
