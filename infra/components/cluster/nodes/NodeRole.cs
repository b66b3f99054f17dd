using Infra.Components.Policies;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Cluster.Nodes;

/// <summary>
/// What a node itself may do: join, pull images, exchange pods' tokens. Network interfaces and volumes are the matter
/// of pods with roles of their own, so a pod that breaks out gains neither.
/// </summary>
public sealed class NodeRole : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:NodeRole";

    /// <summary>Makes the role.</summary>
    public NodeRole(string name, NodeRoleArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Iam.Role(
            name,
            new()
            {
                Name = args.RoleName,
                AssumeRolePolicy = new PolicyDocument(new PolicyStatement
                {
                    Sid = "NodesAreInstances",
                    Effect = PolicyEffect.Allow,
                    Principal = PolicyPrincipal.Service("ec2.amazonaws.com"),
                    Actions = ["sts:AssumeRole"],
                }).ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            child);
        foreach (var policy in (string[])["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])
        {
            _ = new Iam.RolePolicyAttachment(
                $"{name}-{policy}",
                new() { Role = role.Name, PolicyArn = $"arn:{args.Partition}:iam::aws:policy/{policy}" },
                child);
        }

        if (args.PullThroughPrefixes.Count > 0)
        {
            _ = new Iam.RolePolicy(
                $"{name}-pull-through", new() { Role = role.Name, Policy = PullThrough(args).ToJson() }, child);
        }

        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>ARN of the role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>The first pull of an image makes its repository in the account's registry.</summary>
    private static PolicyDocument PullThrough(NodeRoleArgs args) => new(new PolicyStatement
    {
        Sid = "FirstPull",
        Effect = PolicyEffect.Allow,
        Actions = ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
        Resources =
        [
            .. args.PullThroughPrefixes.Select(prefix =>
                $"arn:{args.Partition}:ecr:{args.Region}:{args.Account}:repository/{prefix}/*"),
        ],
    });
}
