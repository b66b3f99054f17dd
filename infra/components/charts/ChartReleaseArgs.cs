namespace Infra.Components.Charts;

/// <summary>Arguments of <see cref="ChartRelease"/>.</summary>
public sealed record ChartReleaseArgs
{
    /// <summary>The chart.</summary>
    public required ChartPin Chart { get; init; }

    /// <summary>Name of the release in the cluster. Many charts name what they make after it.</summary>
    public required string ReleaseName { get; init; }

    /// <summary>The namespace, which must exist.</summary>
    public required Input<string> Namespace { get; init; }

    /// <summary>The values. Those that only the cloud knows are applied: the whole record is made of them.</summary>
    public required Input<ChartValues> Values { get; init; }

    /// <summary>Longest time until everything is ready. Ten minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
