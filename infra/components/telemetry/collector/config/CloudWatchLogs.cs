namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Writes logs to a group of CloudWatch Logs that exists: the collector may make none.</summary>
/// <param name="Region">The region.</param>
/// <param name="LogGroupName">The group.</param>
public sealed record CloudWatchLogs(
    string Region, string LogGroupName) : Exporter("awscloudwatchlogs")
{
    /// <summary>The variable that holds the pod's name.</summary>
    public const string PodName = "POD_NAME";

    /// <inheritdoc/>
    internal override IReadOnlyList<Signal> Signals { get; } = [Signal.Logs];

    /// <summary>A stream for each replica, so that they do not get in each other's way.</summary>
    public string LogStreamName { get; } = $"${{env:{PodName}}}";

    /// <summary>How often it is tried again.</summary>
    public RetryOnFailure RetryOnFailure { get; } = new();
}
