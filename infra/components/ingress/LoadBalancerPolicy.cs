using Infra.Components.Policies;

namespace Infra.Components.Ingress;

/// <summary>
/// What the AWS Load Balancer Controller may do in AWS: read the network, and change load balancers and target groups
/// of its own cluster. It makes no security groups and no rules in them: the foundation's declared flows do. Nothing of
/// ACM, WAF, Shield, Cognito and IAM: an Ingress names its certificate, and the rest is switched off.
/// </summary>
public static class LoadBalancerPolicy
{
    /// <summary>The tag that the controller puts on everything it makes. Its value is the cluster's name.</summary>
    private const string ClusterTag = "elbv2.k8s.aws/cluster";

    /// <summary>The policy of its role.</summary>
    /// <param name="partition">The AWS partition.</param>
    /// <param name="region">The region.</param>
    /// <param name="account">The AWS account.</param>
    /// <param name="cluster">The cluster's name.</param>
    public static PolicyDocument For(string partition, string region, string account, string cluster)
    {
        string[] resources =
        [
            .. ((string[])["listener-rule", "listener", "loadbalancer", "targetgroup"]).Select(kind =>
                $"arn:{partition}:elasticloadbalancing:{region}:{account}:{kind}/*"),
        ];
        return new(
            Allow("ReadTheNetwork", _reads, ["*"], new PolicyCondition("StringEquals", "aws:RequestedRegion", region)),
            Allow(
                "MakeWithTheClustersTag",
                [
                    "elasticloadbalancing:CreateListener", "elasticloadbalancing:CreateLoadBalancer",
                    "elasticloadbalancing:CreateRule", "elasticloadbalancing:CreateTargetGroup",
                ],
                resources,
                new PolicyCondition("StringEquals", $"aws:RequestTag/{ClusterTag}", cluster)),
            Allow(
                "TagWhatItMakes",
                ["elasticloadbalancing:AddTags"],
                resources,
                new PolicyCondition(
                    "StringEquals", "elasticloadbalancing:CreateAction",
                    "CreateListener", "CreateLoadBalancer", "CreateRule", "CreateTargetGroup")),
            Allow(
                "ChangeWhatTheClusterHas",
                _changes,
                resources,
                new PolicyCondition("StringEquals", $"aws:ResourceTag/{ClusterTag}", cluster)));
    }

    private static readonly string[] _reads =
    [
        "ec2:DescribeAccountAttributes", "ec2:DescribeAddresses", "ec2:DescribeAvailabilityZones",
        "ec2:DescribeCoipPools", "ec2:DescribeInstances", "ec2:DescribeInternetGateways",
        "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVpcPeeringConnections", "ec2:DescribeVpcs",
        "elasticloadbalancing:DescribeListenerAttributes", "elasticloadbalancing:DescribeListenerCertificates",
        "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeSSLPolicies", "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes", "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
    ];

    private static readonly string[] _changes =
    [
        "elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:AddTags",
        "elasticloadbalancing:DeleteListener", "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteRule", "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyListenerAttributes", "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyRule", "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes", "elasticloadbalancing:RegisterTargets",
        "elasticloadbalancing:RemoveListenerCertificates", "elasticloadbalancing:RemoveTags",
        "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups",
        "elasticloadbalancing:SetSubnets",
    ];

    private static PolicyStatement Allow(
        string sid,
        IReadOnlyList<string> actions,
        IReadOnlyList<string> resources,
        params PolicyCondition[] conditions) =>
        new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Actions = actions,
            Resources = resources,
            Conditions = conditions,
        };
}
