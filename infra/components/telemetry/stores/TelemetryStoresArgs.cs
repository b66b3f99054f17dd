using Infra.Components.Tagging;

namespace Infra.Components.Telemetry.Stores;

/// <summary>Arguments of <see cref="TelemetryStores"/>.</summary>
public sealed class TelemetryStoresArgs : ResourceArgs
{
    /// <summary>What every name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>ARN of the key that metrics and logs are encrypted with.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>How long logs are kept, in days; a period that CloudWatch has.</summary>
    public required int LogDays { get; init; }

    /// <summary>How long metrics are kept, in days; at most 1095.</summary>
    public required int MetricDays { get; init; }

    /// <summary>Tags of the stores.</summary>
    public required StandardTags Tags { get; init; }
}
