namespace Infra.Components.Policies;

/// <summary>Where something is, as policies say it.</summary>
/// <param name="Partition">The AWS partition.</param>
/// <param name="Account">The AWS account: twelve digits.</param>
/// <param name="Region">The region.</param>
public sealed record AwsScope(string Partition, string Account, string Region)
{
    /// <summary>The ARN of something of the account in the region.</summary>
    /// <param name="service">The service, such as <c>logs</c>.</param>
    /// <param name="resource">What follows the account.</param>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";
}
