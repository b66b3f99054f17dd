using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Identity;

/// <summary>The policy that bounds every role of the environment, whatever that role's own policies say.</summary>
public sealed class PermissionsBoundary : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:identity:PermissionsBoundary";

    /// <summary>Creates the policy.</summary>
    public PermissionsBoundary(
        string name, PermissionsBoundaryArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var policy = new Iam.Policy(
            name,
            new()
            {
                Name = args.Scope.BoundaryName,
                Path = AccountScope.BootstrapPath,
                Description = "What no role of the environment may do",
                PolicyDocument = BoundaryPolicy.For(args).ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        PolicyArn = policy.Arn;
        RegisterOutputs();
    }

    /// <summary>ARN of the policy.</summary>
    [Output("policyArn")]
    public Output<string> PolicyArn { get; private set; }
}
