using System.Globalization;
using System.Text;
using Infra.Automation.Cost;

namespace Strata.Cli.Infra;

/// <summary>Shows an estimate: dearest first, equal parts together, and what it leaves out.</summary>
internal static class CostView
{
    private const string Basis = "List prices without discounts and taxes; ≈ marks a price that follows from another "
        + "region's. What is paid by use comes on top.";

    public static void Show(Lines lines, CostReport report)
    {
        lines.Write($"{report.Environment}: {Money(report.Monthly)} {report.Currency} a month, priced as of "
            + $"{report.PricesAsOf:yyyy-MM-dd}");
        foreach (var group in Groups(report))
        {
            lines.Write($"  {Money(group.Monthly),10}  {group.Layer,-10}  {group.Item}  {group.What}");
        }

        if (!report.Unpriced.IsEmpty)
        {
            lines.Write("unpriced");
            foreach (var item in report.Unpriced)
            {
                var what = $"{ValueText.Type(item.Type)} × {item.Resources.Length}";
                lines.Write($"  {item.Layer,-10}  {what}  {item.Reason}");
            }
        }

        lines.Write(Budget(report));
        lines.Note($"{Basis} {report.Free} resources cost nothing by themselves.");
    }

    public static string Markdown(CostReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"# {report.Environment}: {Money(report.Monthly)} {report.Currency} a month\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{Budget(report)} Prices as of {report.PricesAsOf:yyyy-MM-dd}. {Basis}\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"| a month, {report.Currency} | layer | what | |\n| ---: | --- | --- | --- |\n");
        foreach (var group in Groups(report))
        {
            text.Append($"| {Money(group.Monthly)} | {group.Layer} | {group.Item} | {group.What} |\n");
        }

        if (!report.Unpriced.IsEmpty)
        {
            text.Append("\n## Unpriced\n\n| layer | type | how many | why |\n| --- | --- | ---: | --- |\n");
            foreach (var item in report.Unpriced)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"| {item.Layer} | {ValueText.Type(item.Type)} | {item.Resources.Length} | {item.Reason} |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(decimal Monthly, string Layer, string Item, string What)> Groups(CostReport report) =>
        report.Lines.GroupBy(line => (line.Layer, line.Item, line.Unit, line.UnitPrice, line.Derived))
            .Select(group => (
                Monthly: group.Sum(line => line.Monthly),
                group.Key.Layer,
                group.Key.Item,
                What: string.Create(
                    CultureInfo.InvariantCulture,
                    $"{group.Sum(line => line.Quantity):0.##} {group.Key.Unit} at "
                    + $"{(group.Key.Derived ? "≈ " : "")}{group.Key.UnitPrice:0.#####}")))
            .OrderByDescending(group => group.Monthly);

    private static string Budget(CostReport report) => report switch
    {
        { Budget: null } => "The environment declares no budget.",
        { OverBudget: true } => $"Over budget: {Money(report.Budget.Value)} {report.Currency} a month is declared. "
            + "Make something smaller, or raise the budget in the environment's file.",
        _ => $"Within the declared budget of {Money(report.Budget.Value)} {report.Currency} a month.",
    };

    private static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
