using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;

namespace Infra.Automation.Comparison;

/// <summary>A resource that differs between two environments.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Kind">
/// Added where only the right environment has it, removed where only the left one has, else changed.
/// </param>
/// <param name="Properties">Where it is changed: the inputs, and the options below <c>options</c>, that differ.</param>
public sealed record ResourceDifference(
    string Type,
    string Name,
    PropertyChangeKind Kind,
    ImmutableArray<PropertyChange> Properties)
{
    /// <summary>
    /// The settings of the environment files that make the difference, each of them by itself; empty where only several
    /// of them together do, or none.
    /// </summary>
    public ImmutableArray<string> Because { get; init; } = [];
}
