using System.Collections.Immutable;
using Infra.Stacks.Policies;

namespace Infra.Automation.Policies;

/// <summary>What an environment was checked against, and where it falls short.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layers">The layers that were checked.</param>
/// <param name="Resources">How many resources these have, components not counted.</param>
/// <param name="Rules">Ids of the rules.</param>
/// <param name="Findings">What nobody answers for: the gravest first, then by rule and resource.</param>
/// <param name="Suppressed">What a suppression covers.</param>
/// <param name="Expired">Suppressions whose last day is over; they cover nothing.</param>
/// <param name="Unused">Suppressions for these stacks that cover no finding: delete them.</param>
public sealed record PolicyReport(
    string Environment,
    ImmutableArray<string> Layers,
    int Resources,
    ImmutableArray<string> Rules,
    ImmutableArray<PolicyFinding> Findings,
    ImmutableArray<SuppressedFinding> Suppressed,
    ImmutableArray<Suppression> Expired,
    ImmutableArray<Suppression> Unused)
{
    /// <summary>The format of the document.</summary>
    public string Schema { get; } = "strata.policy/v1";
}
