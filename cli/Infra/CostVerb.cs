using System.CommandLine;
using Infra.Automation.Cost;
using Infra.Automation.Rendering;
using Infra.Stacks.Layers;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata cost ENV</c>: what an environment would roughly cost in a month. Needs no credentials.</summary>
internal sealed class CostVerb(App app) : InfraVerb(
    app, "cost", "Estimates what an environment costs in a month, from list prices, and compares it with its budget.")
{
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown, for a review." };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata cost prod", "what stands all month, dearest first, and what has no price"),
        new("strata cost dev --layer platform", "one layer; the budget is the whole environment's"),
        new("strata cost prod --markdown >> $GITHUB_STEP_SUMMARY", "in the summary of a CI job"),
        new("strata cost prod --json", "for a program"),
    ];

    protected override void Declare()
    {
        base.Declare();
        Add(_markdown);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_markdown) && parsed.GetValue(Json))
        {
            throw new UsageException("--markdown and --json were given together; choose one of them.");
        }

        var settings = SettingsOf(parsed);
        var layers = LayerRegistry.Select(LayerOf(parsed), settings).Select(layer => layer.Name).ToHashSet();
        var graph = await new Renderer().RenderAsync(settings, null, cancellationToken);
        var report = CostEstimate.Of(graph, settings, PriceTable.Built);
        var shown = report with
        {
            Lines = [.. report.Lines.Where(line => layers.Contains(line.Layer))],
            Unpriced = [.. report.Unpriced.Where(item => layers.Contains(item.Layer))],
        };
        if (parsed.GetValue(Json))
        {
            Screen.WriteJson(shown);
        }
        else if (parsed.GetValue(_markdown))
        {
            Screen.Write(CostView.Markdown(shown));
        }
        else
        {
            CostView.Show(new Lines(Screen, rehearsal: false), shown);
        }

        // A layer alone says nothing about a budget that is the whole environment's.
        return report.OverBudget ? ExitCodes.Finding : ExitCodes.Done;
    }
}
