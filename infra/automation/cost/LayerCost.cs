namespace Infra.Automation.Cost;

/// <summary>What a layer costs.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Monthly">The priced part of a month, in the table's currency.</param>
public sealed record LayerCost(string Layer, decimal Monthly);
