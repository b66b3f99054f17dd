// KNOWN GAP: the endpoint of EKS Pod Identity has the policy AWS gives it, which allows everything: whether it takes
// another is not documented. Its one action hands out credentials for a pod's own token, and for nothing else.
using Infra.Components.Policies;

namespace Infra.Components.Network;

/// <summary>
/// What may pass an interface endpoint: calls of the account's own principals to the account's own resources, so that
/// nobody in the network can carry data to, or fetch it from, another account with credentials from there.
/// </summary>
internal static class EndpointPolicies
{
    /// <summary>The service whose endpoint has to say that its names lead to it.</summary>
    public const string S3 = "s3";

    private const string EksAuth = "eks-auth";
    private const string Everything = "*";

    /// <summary>
    /// What is called about things of AWS: images, add-ons' container images, and others that have no owner. Here only
    /// the caller is looked at.
    /// </summary>
    private static readonly string[] _aboutOthers = ["ec2", "eks", "elasticloadbalancing", "sts", "xray"];

    /// <summary>The policy of a service's endpoint; null where it takes none.</summary>
    public static PolicyDocument? Of(string service, AwsScope scope) => service switch
    {
        EksAuth => null,
        S3 => new(OwnResources(scope), ImageLayers(scope)),
        "ecr.api" or "ecr.dkr" => new(OwnResources(scope), Pulls(scope)),
        _ when _aboutOthers.Contains(service) => new(OwnPrincipals(scope)),
        _ => new(OwnResources(scope)),
    };

    private static PolicyStatement OwnPrincipals(AwsScope scope) => new()
    {
        Sid = "OwnPrincipals",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Everyone,
        Actions = [Everything],
        Resources = [Everything],
        Conditions = [Own(scope)],
    };

    /// <summary>An action about no resource, such as a list, has no resource's account to be compared.</summary>
    private static PolicyStatement OwnResources(AwsScope scope) => OwnPrincipals(scope) with
    {
        Sid = "OwnPrincipalsToOwnResources",
        Conditions = [Own(scope), new("StringEqualsIfExists", "aws:ResourceAccount", scope.Account)],
    };

    /// <summary>EKS's add-ons are images of AWS's own accounts.</summary>
    private static PolicyStatement Pulls(AwsScope scope) => OwnPrincipals(scope) with
    {
        Sid = "OwnPrincipalsPull",
        Actions =
        [
            "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetAuthorizationToken",
            "ecr:GetDownloadUrlForLayer",
        ],
    };

    /// <summary>ECR hands out addresses that it signed itself, so the caller is none of ours.</summary>
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    private static PolicyStatement ImageLayers(AwsScope scope) => new()
    {
        Sid = "ImageLayers",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Everyone,
        Actions = ["s3:GetObject"],
        Resources = [$"arn:{scope.Partition}:s3:::prod-{scope.Region}-starport-layer-bucket/*"],
    };

    private static PolicyCondition Own(AwsScope scope) => new("StringEquals", "aws:PrincipalAccount", scope.Account);
}
