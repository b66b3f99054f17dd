using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;

namespace Infra.Automation.Comparison;

/// <summary>How a layer differs between two environments.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Resources">The resources that differ, by name.</param>
/// <param name="Outputs">The stack outputs that differ.</param>
public sealed record LayerDifference(
    string Layer,
    ImmutableArray<ResourceDifference> Resources,
    ImmutableArray<PropertyChange> Outputs);
