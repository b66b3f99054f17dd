using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;

namespace Infra.Automation.Engines;

/// <summary>A resource that is not as it was deployed.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Missing">Whether it is not there at all.</param>
/// <param name="Properties">
/// What differs: old is what was deployed, new is what is there. Empty where it is missing.
/// </param>
public sealed record DriftFinding(
    string Urn,
    string Type,
    string Name,
    bool Missing,
    ImmutableArray<PropertyChange> Properties);
