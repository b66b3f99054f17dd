using System.Collections.Immutable;

namespace Infra.Automation.Engines.Plans;

/// <summary>What an engine would do.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Engine">The engine that was asked.</param>
/// <param name="Rehearsal">Whether it is about a rehearsal, and so about nothing real.</param>
/// <param name="Basis">What the program was compared with.</param>
/// <param name="Changes">Every resource that does not stay the same, in the order in which it would be done.</param>
/// <param name="Unchanged">How many resources stay the same.</param>
public sealed record Plan(
    string Environment,
    string Layer,
    string Engine,
    bool Rehearsal,
    PlanBasis Basis,
    ImmutableArray<PlannedChange> Changes,
    int Unchanged)
{
    /// <summary>How many resources something of a kind happens to.</summary>
    public int Count(ChangeKind kind) =>
        kind is ChangeKind.Same ? Unchanged : Changes.Count(change => change.Kind == kind);
}
