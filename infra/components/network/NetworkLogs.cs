using Infra.Components.Policies;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Route53;

namespace Infra.Components.Network;

/// <summary>
/// Who talked to whom, and who asked for which name: every flow and every question to the resolver, whether it was let
/// through or not, and what the firewall saw where there is one.
/// </summary>
public sealed class NetworkLogs : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the logs.</summary>
    public const string TypeToken = "strata:network:NetworkLogs";

    // One minute is the shortest that there is; ten minutes is what AWS takes without being asked.
    private const int AggregationSeconds = 60;

    private readonly string _name;
    private readonly NetworkLogsArgs _args;

    /// <summary>Makes the log groups, and starts the logs of flows and questions.</summary>
    public NetworkLogs(string name, NetworkLogsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args) = (name, args);
        Delivery = new(
            $"{name}-delivery",
            new()
            {
                PolicyName = $"{args.Prefix}-network-logs",
                PolicyDocument = DeliveryPolicy(args).ToJson(),
            },
            Child());
        if (args.Network.FirewallSubnets.Count > 0)
        {
            FirewallAlerts = Group("firewall-alerts");
            FirewallFlows = Group("firewall-flows");
        }

        LogFlows(Group("flows"));
        LogQuestions(Group("dns"));
        RegisterOutputs();
    }

    /// <summary>Where the firewall writes what it dropped; null where there is none.</summary>
    public LogGroup? FirewallAlerts { get; }

    /// <summary>Where the firewall writes what it passed; null where there is none.</summary>
    public LogGroup? FirewallFlows { get; }

    /// <summary>What lets AWS's log delivery write here. Whatever has its logs delivered depends on it.</summary>
    public LogResourcePolicy Delivery { get; }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
    private static PolicyDocument DeliveryPolicy(NetworkLogsArgs args) => new(new PolicyStatement
    {
        Sid = "LogDeliveryWrites",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service("delivery.logs.amazonaws.com"),
        Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resources = [args.Scope.Arn("logs", $"log-group:/{args.Prefix}/network/*")],
        Conditions =
        [
            new("StringEquals", "aws:SourceAccount", args.Scope.Account),
            new("ArnLike", "aws:SourceArn", args.Scope.Arn("logs", "*")),
        ],
    });

    private void LogFlows(LogGroup group)
    {
        var role = new Role(
            $"{_name}-flows",
            new()
            {
                Name = $"{_args.Prefix}-flow-logs",
                Description = "Writes the flow logs of the network",
                AssumeRolePolicy = new PolicyDocument(new PolicyStatement
                {
                    Sid = "FlowLogsOfTheAccount",
                    Effect = PolicyEffect.Allow,
                    Principal = PolicyPrincipal.Service("vpc-flow-logs.amazonaws.com"),
                    Actions = ["sts:AssumeRole"],
                    Conditions =
                    [
                        new("StringEquals", "aws:SourceAccount", _args.Scope.Account),
                        new("ArnLike", "aws:SourceArn", _args.Scope.Arn("ec2", "vpc-flow-log/*")),
                    ],
                }).ToJson(),
                Tags = _args.Tags.ToInputs(),
            },
            Child());
        var rights = new RolePolicy(
            $"{_name}-flows",
            new()
            {
                Role = role.Name,
                Policy = new PolicyDocument(new PolicyStatement
                {
                    Sid = "Write",
                    Effect = PolicyEffect.Allow,
                    Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    Resources =
                    [
                        _args.Scope.Arn("logs", $"log-group:{GroupName("flows")}"),
                        _args.Scope.Arn("logs", $"log-group:{GroupName("flows")}:*"),
                    ],
                }).ToJson(),
            },
            Child());
        _ = new FlowLog(
            $"{_name}-flows",
            new()
            {
                VpcId = _args.Network.VpcId,
                TrafficType = "ALL",
                LogDestinationType = "cloud-watch-logs",
                LogDestination = group.Arn,
                IamRoleArn = role.Arn,
                MaxAggregationInterval = AggregationSeconds,
                Tags = _args.Tags.ToInputs(),
            },
            Child(rights));
    }

    private void LogQuestions(LogGroup group)
    {
        var log = new ResolverQueryLogConfig(
            $"{_name}-dns",
            new() { Name = $"{_args.Prefix}-dns", DestinationArn = group.Arn, Tags = _args.Tags.ToInputs() },
            Child(Delivery));
        _ = new ResolverQueryLogConfigAssociation(
            $"{_name}-dns",
            new() { ResolverQueryLogConfigId = log.Id, ResourceId = _args.Network.VpcId },
            Child());
    }

    private LogGroup Group(string what) => new(
        $"{_name}-{what}",
        new()
        {
            Name = GroupName(what),
            KmsKeyId = _args.KeyArn,
            RetentionInDays = _args.RetentionDays,
            Tags = _args.Tags.ToInputs(),
        },
        Child());

    private string GroupName(string what) => $"/{_args.Prefix}/network/{what}";

    private CustomResourceOptions Child(params Resource[] dependsOn) =>
        new() { Parent = this, DependsOn = dependsOn };
}
