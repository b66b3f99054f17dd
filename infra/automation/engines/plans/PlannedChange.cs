using System.Collections.Immutable;

namespace Infra.Automation.Engines.Plans;

/// <summary>What happens to one resource, and why.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Properties">The inputs that differ; empty where it is deleted.</param>
public sealed record PlannedChange(
    string Urn,
    string Type,
    string Name,
    ChangeKind Kind,
    ImmutableArray<PropertyChange> Properties);
