using System.Globalization;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;

namespace Infra.Automation.Cost;

/// <summary>Prices a rendered environment: what stands there all month, at list prices.</summary>
public static class CostEstimate
{
    private const string BudgetType = "aws:budgets/budget:Budget";

    /// <summary>Estimates what an environment costs in a month.</summary>
    /// <param name="graph">The rendered environment, or some of its layers.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="prices">The prices.</param>
    public static CostReport Of(Graph graph, EnvironmentSettings environment, PriceTable prices)
    {
        var whole = new CostGraph(graph, environment.Region);
        var lines = new List<CostLine>();
        var unpriced = new List<(string Layer, GraphResource Resource, string Reason)>();
        var free = 0;
        foreach (var (layer, resource) in graph.Layers.SelectMany(l => l.Resources.Select(r => (l.Layer, r))))
        {
            var (charges, reason) = CostModel.Of(resource, whole);
            if (charges is null)
            {
                unpriced.Add((layer, resource, reason));
                continue;
            }

            free += charges.Count == 0 && !resource.Component ? 1 : 0;
            foreach (var charge in charges.Where(charge => charge.Count > 0))
            {
                var region = whole.RegionOf(resource);
                if (prices.Find(region, charge.Item) is { } price)
                {
                    lines.Add(Line(layer, resource, charge, price));
                }
                else
                {
                    unpriced.Add((layer, resource, $"the table has no price for '{charge.Item}' in {region}"));
                }
            }
        }

        return new(
            environment.Name,
            prices.Currency,
            prices.AsOf,
            [.. lines.OrderByDescending(line => line.Monthly).ThenBy(line => line.Urn, StringComparer.Ordinal)],
            [
                .. unpriced.GroupBy(item => (item.Layer, item.Resource.Type, item.Reason))
                    .Select(group => new Unpriced(
                        group.Key.Layer,
                        group.Key.Type,
                        [.. group.Select(item => item.Resource.Name).Order(StringComparer.Ordinal)],
                        group.Key.Reason)),
            ],
            free,
            Budget(graph, prices.Currency));
    }

    private static CostLine Line(string layer, GraphResource resource, Charge charge, Price price)
    {
        var quantity = charge.Count * (price.Unit == "hour" ? PriceTable.HoursPerMonth : 1);
        return new(
            layer, resource.Urn, resource.Name, charge.Item, quantity, price.Unit, price.Amount,
            price.Derived, decimal.Round(quantity * price.Amount, 2, MidpointRounding.AwayFromZero));
    }

    /// <summary>The monthly cost budget that the environment declares for itself, in the table's currency.</summary>
    private static decimal? Budget(Graph graph, string currency) => graph.Layers
        .SelectMany(layer => layer.Resources)
        .Where(resource => resource.Type == BudgetType
            && resource.Inputs.Text("timeUnit") == "MONTHLY"
            && resource.Inputs.Text("budgetType") == "COST"
            && resource.Inputs.Text("limitUnit") == currency)
        .Select(resource => decimal.TryParse(
            resource.Inputs.Text("limitAmount"), CultureInfo.InvariantCulture, out var limit) ? limit : (decimal?)null)
        .FirstOrDefault();
}
