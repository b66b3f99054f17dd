using Infra.Components.Policies;
using Pulumi.Aws.Rds;
using Sns = Pulumi.Aws.Sns;

namespace Infra.Components.Backup;

/// <summary>
/// Where AWS Backup and RDS say what happened to databases and backups. Who subscribes is settled in the account.
/// </summary>
public sealed class BackupTopic : ComponentResource
{
    /// <summary>Type token. Part of every child's URN.</summary>
    public const string TypeToken = "strata:backup:BackupTopic";

    private static readonly string[] _categories =
        ["availability", "deletion", "failover", "failure", "low storage", "maintenance", "notification", "recovery"];

    /// <summary>Creates the topic.</summary>
    public BackupTopic(string name, BackupTopicArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var topic = new Sns.Topic(
            name,
            new() { Name = args.TopicName, KmsMasterKeyId = args.KeyArn, Tags = args.Tags.ToInputs() },
            child);
        var policy = new Sns.TopicPolicy(
            $"{name}-policy",
            new() { Arn = topic.Arn, Policy = topic.Arn.Apply(arn => Policy(arn, args.Account).ToJson()) },
            child);
        _ = new EventSubscription(
            $"{name}-database-events",
            new()
            {
                Name = args.TopicName,
                SnsTopic = topic.Arn,
                SourceType = "db-instance",
                EventCategories = _categories,
                Tags = args.Tags.ToInputs(),
            },
            // RDS sends a message to try the topic.
            new() { Parent = this, DependsOn = { policy } });
        TopicArn = Output.Tuple(topic.Arn, policy.Arn).Apply(arns => arns.Item1);
        RegisterOutputs();
    }

    /// <summary>ARN of the topic, once AWS may publish to it.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private set; }

    private static PolicyDocument Policy(string topic, string account) => new(
        Allow("BackupTells", "backup.amazonaws.com", topic, account),
        Allow("RdsTells", "events.rds.amazonaws.com", topic, account));

    private static PolicyStatement Allow(string sid, string service, string topic, string account) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service(service),
        Actions = ["sns:Publish"],
        Resources = [topic],
        Conditions = [new("StringEquals", "aws:SourceAccount", account)],
    };
}
