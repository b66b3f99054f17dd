using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Policies;
using Pulumi.Aws.Sns;

namespace Infra.Components.Telemetry.Alerting;

/// <summary>
/// The topics that alerts are told through, and who hears. A subscriber has to confirm; until then it is told nothing.
/// </summary>
public sealed class AlertTopics : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the topics, and all confirm anew.</summary>
    public const string TypeToken = "strata:telemetry:AlertTopics";

    /// <summary>Makes the topics.</summary>
    public AlertTopics(string name, AlertTopicsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        TopicArns = Output.All(args.Topics.Select(topic => Topic($"{name}-{topic}", topic, args)));
        RegisterOutputs();
    }

    /// <summary>ARNs of the topics, in the order of their names.</summary>
    [Output("topicArns")]
    public Output<ImmutableArray<string>> TopicArns { get; private set; }

    /// <summary>Name of a topic in an account.</summary>
    public static string NameOf(string prefix, string topic) => $"{prefix}-{topic}";

    private Output<string> Topic(string name, string shortName, AlertTopicsArgs args)
    {
        var child = new CustomResourceOptions { Parent = this };
        var topic = new Topic(
            name,
            new()
            {
                Name = NameOf(args.Prefix, shortName),
                KmsMasterKeyId = args.KeyArn,
                Tags = args.Tags.ToInputs(),
            },
            child);
        _ = new TopicPolicy(
            $"{name}-policy", new() { Arn = topic.Arn, Policy = topic.Arn.Apply(arn => Policy(args, arn)) }, child);
        foreach (var (index, subscriber) in args.Subscribers.GetValueOrDefault(shortName, []).Index())
        {
            _ = new TopicSubscription(
                string.Create(CultureInfo.InvariantCulture, $"{name}-subscriber-{index}"),
                new() { Topic = topic.Arn, Protocol = subscriber.Protocol, Endpoint = subscriber.Address },
                child);
        }

        return topic.Arn;
    }

    /// <summary>Whoever the account lets, and nobody in the clear.</summary>
    private static string Policy(AlertTopicsArgs args, string arn) => new PolicyDocument(
        new PolicyStatement
        {
            Sid = "AccountDecides",
            Effect = PolicyEffect.Allow,
            Principal = PolicyPrincipal.Account(args.Partition, args.Account),
            Actions =
            [
                "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "sns:Publish",
                "sns:SetTopicAttributes", "sns:Subscribe",
            ],
            Resources = [arn],
        },
        new PolicyStatement
        {
            Sid = "NothingInTheClear",
            Effect = PolicyEffect.Deny,
            Principal = PolicyPrincipal.Everyone,
            Actions = ["sns:Publish"],
            Resources = [arn],
            Conditions = [new("Bool", "aws:SecureTransport", "false")],
        }).ToJson();
}
