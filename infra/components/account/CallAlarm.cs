using CloudWatch = Pulumi.Aws.CloudWatch;

namespace Infra.Components.Account;

/// <summary>
/// Says so when somebody makes certain calls to AWS in the region. CloudTrail has to record them, as the trail of the
/// evidence layer does; a call is reported whether it was allowed or not.
/// </summary>
public sealed class CallAlarm : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:account:CallAlarm";

    // Without it EventBridge leaves out calls that change nothing, and to take a role changes nothing.
    private const string ReadsToo = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

    /// <summary>Creates the rule and its target.</summary>
    public CallAlarm(string name, CallAlarmArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var rule = new CloudWatch.EventRule(
            name,
            new()
            {
                Name = args.RuleName,
                Description = args.Sentence,
                State = ReadsToo,
                EventPattern = args.Calls.ToPattern(),
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        _ = new CloudWatch.EventTarget(
            $"{name}-topic",
            new()
            {
                Rule = rule.Name,
                Arn = args.TopicArn,
                InputTransformer = new CloudWatch.Inputs.EventTargetInputTransformerArgs
                {
                    InputPaths =
                    {
                        ["call"] = "$.detail.eventName",
                        ["who"] = "$.detail.userIdentity.arn",
                        ["address"] = "$.detail.sourceIPAddress",
                        ["time"] = "$.time",
                        ["event"] = "$.detail.eventID",
                    },
                    InputTemplate =
                        $"\"{args.Sentence}: <call> by <who> from <address> at <time>. CloudTrail event <event>.\"",
                },
            },
            new() { Parent = this });
        RegisterOutputs();
    }
}
