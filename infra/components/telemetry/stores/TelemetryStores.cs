using Infra.Components.Telemetry.Collector;
using Pulumi.Aws.Amp;
using Pulumi.Aws.CloudWatch;

namespace Infra.Components.Telemetry.Stores;

/// <summary>Where metrics and logs are kept for long, encrypted with a key of ours. X-Ray needs none.</summary>
public sealed class TelemetryStores : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the stores and what they hold.</summary>
    public const string TypeToken = "strata:telemetry:TelemetryStores";

    /// <summary>Makes the stores.</summary>
    public TelemetryStores(string name, TelemetryStoresArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var workspace = new Workspace(
            $"{name}-metrics",
            new() { Alias = $"{args.Prefix}-metrics", KmsKeyArn = args.KeyArn, Tags = args.Tags.ToInputs() },
            child);
        _ = new WorkspaceConfiguration(
            $"{name}-metrics-retention",
            new() { WorkspaceId = workspace.Id, RetentionPeriodInDays = args.MetricDays },
            child);
        var logs = new LogGroup(
            $"{name}-logs",
            new()
            {
                Name = $"/strata/{args.Prefix}/telemetry",
                KmsKeyId = args.KeyArn,
                RetentionInDays = args.LogDays,
                Tags = args.Tags.ToInputs(),
            },
            child);
        WorkspaceArn = workspace.Arn;
        RemoteWriteUrl = workspace.PrometheusEndpoint.Apply(address => $"{address}api/v1/remote_write");
        LogGroupArn = logs.Arn;
        Destinations = Output.Tuple(RemoteWriteUrl, logs.Name)
            .Apply(stores => new CollectorDestinations(stores.Item1, stores.Item2));
        RegisterOutputs();
    }

    /// <summary>ARN of the workspace that holds metrics.</summary>
    [Output("workspaceArn")]
    public Output<string> WorkspaceArn { get; private set; }

    /// <summary>Address that metrics are written to.</summary>
    [Output("remoteWriteUrl")]
    public Output<string> RemoteWriteUrl { get; private set; }

    /// <summary>ARN of the log group.</summary>
    [Output("logGroupArn")]
    public Output<string> LogGroupArn { get; private set; }

    /// <summary>Both, for the collector.</summary>
    public Output<CollectorDestinations> Destinations { get; }
}
