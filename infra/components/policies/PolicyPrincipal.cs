namespace Infra.Components.Policies;

/// <summary>Whom a statement is about.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c> or <c>Federated</c>.</param>
/// <param name="Ids">ARNs, a service's name, or <c>*</c>.</param>
public sealed record PolicyPrincipal(string Kind, params IReadOnlyList<string> Ids)
{
    /// <summary>Everyone, the account itself included.</summary>
    public static PolicyPrincipal Everyone { get; } = new("AWS", "*");

    /// <summary>A service of AWS, such as <c>s3.amazonaws.com</c>.</summary>
    public static PolicyPrincipal Service(string name) => new("Service", name);

    /// <summary>Whoever the account's own IAM policies let.</summary>
    public static PolicyPrincipal Account(string partition, string account) =>
        new("AWS", $"arn:{partition}:iam::{account}:root");

    /// <summary>Identities of AWS, each named by its ARN.</summary>
    public static PolicyPrincipal Identities(IReadOnlyList<string> arns) => new("AWS", arns);

    /// <summary>Whoever an identity provider of the account vouches for.</summary>
    public static PolicyPrincipal Federated(string providerArn) => new("Federated", providerArn);
}
