using System.Collections.Immutable;

namespace Infra.Automation.Upgrades;

/// <summary>What runs out of support, and what a change would replace.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="TableOf">The day of the table of versions.</param>
/// <param name="TableIsOld">Whether the table is too old to be relied on.</param>
/// <param name="Versions">Every version the graph asks for.</param>
/// <param name="Losses">What would be replaced or deleted; empty where no earlier graph was given.</param>
public sealed record UpgradeReport(
    string Environment,
    DateOnly TableOf,
    bool TableIsOld,
    ImmutableArray<VersionInUse> Versions,
    ImmutableArray<Loss> Losses)
{
    /// <summary>The format of the document.</summary>
    public string Schema { get; } = "strata.upgrade-check/v1";

    /// <summary>Whether nothing needs anybody's attention.</summary>
    public bool IsClean =>
        !TableIsOld && Losses.IsEmpty && Versions.All(version => version.State is SupportState.Supported);
}
