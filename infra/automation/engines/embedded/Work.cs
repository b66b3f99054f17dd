using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>Everything that an operation would do.</summary>
/// <param name="Decisions">For every resource of the program, in the order of their needs.</param>
/// <param name="Evictions">What must be deleted before anything is made, what needs others first.</param>
/// <param name="Removals">What is deleted at the end, what needs others first.</param>
/// <param name="Forgotten">What stays in the store and leaves the state.</param>
internal sealed record Work(
    ImmutableArray<Decision> Decisions,
    ImmutableArray<StateResource> Evictions,
    ImmutableArray<StateResource> Removals,
    ImmutableArray<StateResource> Forgotten)
{
    public IEnumerable<StateResource> Deletions => Evictions.Concat(Removals);

    /// <summary>What a user is told would happen, in the order in which it would.</summary>
    public ImmutableArray<PlannedChange> Changes =>
    [
        .. Decisions.Where(decision => decision.Kind is not ChangeKind.Same).Select(decision => decision.Planned),
        .. Removals.Select(resource => Planned(resource, ChangeKind.Delete)),
        .. Forgotten.Select(resource => Planned(resource, ChangeKind.Forget)),
    ];

    private static PlannedChange Planned(StateResource resource, ChangeKind kind) =>
        new(resource.Urn, resource.Type, resource.Name, kind, []);
}
