using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Identity;

/// <summary>A role of the bootstrap layer with policies of its own.</summary>
public sealed class RoleWithPolicies : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the role.</summary>
    public const string TypeToken = "strata:identity:RoleWithPolicies";

    /// <summary>Creates the role, then its policies.</summary>
    public RoleWithPolicies(string name, RoleWithPoliciesArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var role = new Iam.Role(
            name,
            new()
            {
                Name = args.RoleName,
                Path = AccountScope.BootstrapPath,
                Description = args.Purpose,
                AssumeRolePolicy = args.Trust,
                PermissionsBoundary = args.Boundary,
                MaxSessionDuration = (int)args.Session.TotalSeconds,
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        foreach (var (part, document) in args.Policies)
        {
            var policy = new Iam.Policy(
                $"{name}-{part}",
                new()
                {
                    Name = $"{args.RoleName}-{part}",
                    Path = AccountScope.BootstrapPath,
                    PolicyDocument = document,
                    Tags = args.Tags.ToInputs(),
                },
                new() { Parent = this });
            _ = new Iam.RolePolicyAttachment(
                $"{name}-{part}-attachment",
                new() { Role = role.Name, PolicyArn = policy.Arn },
                new() { Parent = this });
        }

        RoleArn = role.Arn;
        RegisterOutputs();
    }

    /// <summary>ARN of the role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }
}
