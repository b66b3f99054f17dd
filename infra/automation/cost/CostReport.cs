using System.Collections.Immutable;

namespace Infra.Automation.Cost;

/// <summary>What an environment would roughly cost, and what the estimate leaves out.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Currency">The currency of every amount.</param>
/// <param name="PricesAsOf">The day that the prices are of.</param>
/// <param name="Lines">What is priced, dearest first.</param>
/// <param name="Unpriced">What costs something and has no price here, by layer and type.</param>
/// <param name="Free">How many resources cost nothing by themselves.</param>
/// <param name="Budget">The environment's declared monthly budget; null where it declares none.</param>
public sealed record CostReport(
    string Environment,
    string Currency,
    DateOnly PricesAsOf,
    ImmutableArray<CostLine> Lines,
    ImmutableArray<Unpriced> Unpriced,
    int Free,
    decimal? Budget)
{
    /// <summary>The priced part of a month.</summary>
    public decimal Monthly => Lines.Sum(line => line.Monthly);

    /// <summary>The priced part of a month by layer, dearest first.</summary>
    public ImmutableArray<LayerCost> Layers =>
    [
        .. Lines.GroupBy(line => line.Layer)
            .Select(layer => new LayerCost(layer.Key, layer.Sum(line => line.Monthly)))
            .OrderByDescending(layer => layer.Monthly)
            .ThenBy(layer => layer.Layer, StringComparer.Ordinal),
    ];

    /// <summary>Whether what is priced alone exceeds the budget. What is unpriced comes on top.</summary>
    public bool OverBudget => Monthly > Budget;
}
