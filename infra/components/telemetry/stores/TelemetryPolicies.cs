using Infra.Components.Policies;

namespace Infra.Components.Telemetry.Stores;

/// <summary>What the pods that keep and tell telemetry may do in AWS.</summary>
public static class TelemetryPolicies
{
    /// <summary>Write samples to one workspace.</summary>
    public static string Prometheus(string workspaceArn) => new PolicyDocument(WriteSamples(workspaceArn)).ToJson();

    /// <summary>Write samples, the lines of one log group, and traces.</summary>
    public static string Collector(string workspaceArn, string logGroupArn) => new PolicyDocument(
        WriteSamples(workspaceArn),
        Allow(
            "WriteLines",
            ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            [logGroupArn, $"{logGroupArn}:log-stream:*"]),
        // X-Ray knows no resources for these.
        Allow("WriteTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], ["*"])).ToJson();

    /// <summary>Publish to topics that are encrypted with one key.</summary>
    public static string Alertmanager(IEnumerable<string> topicArns, string keyArn) => new PolicyDocument(
        Allow("TellPeople", ["sns:Publish"], [.. topicArns]),
        Allow("EncryptWhatIsTold", ["kms:Decrypt", "kms:GenerateDataKey"], [keyArn])).ToJson();

    /// <summary>Read metrics, for which CloudWatch knows no resources.</summary>
    public static string CloudWatchExporter() => new PolicyDocument(
        Allow("ReadMetrics", ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"], ["*"])).ToJson();

    private static PolicyStatement WriteSamples(string workspaceArn) =>
        Allow("WriteSamples", ["aps:RemoteWrite"], [workspaceArn]);

    private static PolicyStatement Allow(
        string sid, IReadOnlyList<string> actions, IReadOnlyList<string> resources) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Actions = actions,
            Resources = resources,
        };
}
