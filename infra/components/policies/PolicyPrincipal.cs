namespace Infra.Components.Policies;

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c> or <c>Federated</c>.</param>
/// <param name="Id">An ARN, a service's name, or <c>*</c>.</param>
public sealed record PolicyPrincipal(string Kind, string Id)
{
    /// <summary>Everyone, the account itself included.</summary>
    public static PolicyPrincipal Everyone { get; } = new("AWS", "*");

    /// <summary>A service of AWS, such as <c>s3.amazonaws.com</c>.</summary>
    public static PolicyPrincipal Service(string name) => new("Service", name);

    /// <summary>Whoever the account's own IAM policies let.</summary>
    public static PolicyPrincipal Account(string partition, string account) =>
        new("AWS", $"arn:{partition}:iam::{account}:root");
}
