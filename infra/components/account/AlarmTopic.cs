using Infra.Components.Policies;
using Kms = Pulumi.Aws.Kms;
using Sns = Pulumi.Aws.Sns;

namespace Infra.Components.Account;

/// <summary>An encrypted topic for what somebody has to look at now, and the address that reads it.</summary>
public sealed class AlarmTopic : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:account:AlarmTopic";

    /// <summary>EventBridge is apart: it sends no account for a topic's policy to compare.</summary>
    private const string EventBridge = "events.amazonaws.com";

    private static readonly string[] _senders =
        ["backup.amazonaws.com", "cloudwatch.amazonaws.com", "events.rds.amazonaws.com"];

    /// <summary>Creates the key, the topic and the subscription.</summary>
    public AlarmTopic(string name, AlarmTopicArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var title = $"{args.Scope.Prefix}-alarms";
        var key = new Kms.Key(
            $"{name}-key",
            new()
            {
                Description = "Alarms",
                EnableKeyRotation = true,
                DeletionWindowInDays = args.KeyDeletionDays,
                Policy = new PolicyDocument(
                    KeyStatements.AccountDecides(args.Scope.Partition, args.Scope.Account),
                    KeyStatements.ServicesEncrypt([EventBridge, .. _senders])).ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            child);
        _ = new Kms.Alias($"{name}-key-alias", new() { Name = $"alias/{title}", TargetKeyId = key.KeyId }, child);
        var topic = new Sns.Topic(
            name, new() { Name = title, KmsMasterKeyId = key.Arn, Tags = args.Tags.ToInputs() }, child);
        _ = new Sns.TopicPolicy(
            $"{name}-policy",
            new() { Arn = topic.Arn, Policy = topic.Arn.Apply(arn => Policy(arn, args.Scope.Account).ToJson()) },
            child);
        _ = new Sns.TopicSubscription(
            $"{name}-mail", new() { Topic = topic.Arn, Protocol = "email", Endpoint = args.Address }, child);
        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    /// <summary>ARN of the topic.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private set; }

    private static PolicyDocument Policy(string topic, string account) => new(
        Publish("EventBridgePublishes", topic, [EventBridge]),
        Publish("ServicesPublish", topic, _senders) with
        {
            Conditions = [new("StringEquals", "aws:SourceAccount", account)],
        });

    private static PolicyStatement Publish(string sid, string topic, string[] services) =>
        PolicyStatement.Allow(sid, ["sns:Publish"], [topic]) with { Principal = new("Service", services) };
}
