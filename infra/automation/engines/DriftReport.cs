using System.Collections.Immutable;

namespace Infra.Automation.Engines;

/// <summary>What differs between what was deployed and what is really there.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Engine">The engine that looked.</param>
/// <param name="Checked">How many resources were looked at.</param>
/// <param name="Findings">The resources that differ.</param>
/// <param name="Unreadable">The resources that the store has no answer about, so that nobody can say.</param>
public sealed record DriftReport(
    string Environment,
    string Layer,
    string Engine,
    int Checked,
    ImmutableArray<DriftFinding> Findings,
    ImmutableArray<DeployedResource> Unreadable);
