using Infra.Components.Telemetry.Alerting;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Platform.Telemetry;

/// <summary>How an environment is observed: the section <c>platform.observability</c>.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Whether somebody is woken; where not, a page is a ticket.</summary>
    public required bool Pages { get; init; }

    /// <summary>The environment whose promises it keeps: those of the objectives, <c>dev</c> to <c>prod</c>.</summary>
    public required string Promises { get; init; }

    /// <summary>The repository that holds the runbooks, <c>owner/name</c> on github.com.</summary>
    public required string Repository { get; init; }

    /// <summary>How long logs are kept; a period that CloudWatch has.</summary>
    public required Period Logs { get; init; }

    /// <summary>How long metrics are kept.</summary>
    public required Period Metrics { get; init; }

    /// <summary>Fewest replicas of the collector's gateway.</summary>
    public required int GatewayMinimum { get; init; }

    /// <summary>Most replicas of the collector's gateway.</summary>
    public required int GatewayMaximum { get; init; }

    /// <summary>Replicas of Prometheus, which all do the same.</summary>
    public required int PrometheusReplicas { get; init; }

    /// <summary>Size of each one's volume, in GiB.</summary>
    public required int PrometheusVolumeGiB { get; init; }

    /// <summary>Replicas of Alertmanager.</summary>
    public required int AlertmanagerReplicas { get; init; }

    /// <summary>Who is told through which topic, by the topic's name without the environment's prefix.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<AlertSubscriber>> Subscribers { get; init; }
}
