namespace Infra.Components.Identity;

/// <summary>
/// One account's part of AWS, and what the platform's identities are called in it. Roles and policies of the bootstrap
/// layer are on a path of their own, which one statement of the permission boundary keeps everybody away from.
/// </summary>
/// <param name="Partition">The AWS partition.</param>
/// <param name="Account">The AWS account: twelve digits.</param>
/// <param name="Prefix">What every name of the environment starts with.</param>
public sealed record AccountScope(string Partition, string Account, string Prefix)
{
    /// <summary>The path of what the bootstrap layer makes; only an administrator of the account changes it.</summary>
    public const string BootstrapPath = "/bootstrap/";

    /// <summary>Name of the role that CI deploys the environment with.</summary>
    public string DeployRoleName => $"{Prefix}-deploy";

    /// <summary>Name of the role that CI reads the environment with for a pull request.</summary>
    public string PullRequestRoleName => $"{Prefix}-pull-request";

    /// <summary>Name of the role for when nothing else helps.</summary>
    public string BreakGlassRoleName => $"{Prefix}-break-glass";

    /// <summary>Name of the policy that bounds every role of the environment.</summary>
    public string BoundaryName => $"{Prefix}-boundary";

    /// <summary>Name of the bucket of the state, and of the alias of the key of its secrets.</summary>
    public string StateName => $"{Prefix}-state";

    /// <summary>Name of the environment's cluster.</summary>
    public string ClusterName => Prefix;

    /// <summary>ARN of the policy that bounds every role of the environment.</summary>
    public string BoundaryArn => Iam($"policy{BootstrapPath}{BoundaryName}");

    /// <summary>ARN of the role that CI deploys with.</summary>
    public string DeployRoleArn => BootstrapRole(DeployRoleName);

    /// <summary>ARN of the bucket of the state.</summary>
    public string StateBucketArn => Bucket(StateName);

    /// <summary>ARN of a role of the bootstrap layer.</summary>
    public string BootstrapRole(string name) => Iam($"role{BootstrapPath}{name}");

    /// <summary>ARN of a role of another layer.</summary>
    public string Role(string name) => Iam($"role/{name}");

    /// <summary>ARN of something of IAM.</summary>
    public string Iam(string resource) => $"arn:{Partition}:iam::{Account}:{resource}";

    /// <summary>ARN of a bucket; with <c>/*</c> of its objects.</summary>
    public string Bucket(string name) => $"arn:{Partition}:s3:::{name}";

    /// <summary>ARN of something of a service, in whatever region.</summary>
    public string Everywhere(string service, string resource) => $"arn:{Partition}:{service}:*:{Account}:{resource}";
}
