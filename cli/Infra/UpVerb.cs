using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata up ENV</c>: makes the environment be as its program says.</summary>
internal sealed class UpVerb(App app) : ChangingVerb(app, "up", "Makes an environment be as its program says.")
{
    public override IReadOnlyList<Example> Examples =>
    [
        new("strata up local", "provision this machine, after showing what would change"),
        new("strata up local --layer evidence --yes", "one layer, without being asked"),
        new("strata up prod --rehearse --yes", "go through all of prod with made-up ids; touches nothing"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(parsed);
        var graph = await RenderAsync(settings, parsed, cancellationToken);
        var kept = new List<KeptDeployment>();
        using var s3 = await ConnectAsync(settings, parsed, cancellationToken);
        foreach (var layer in graph.Layers)
        {
            var engine = EngineOf(settings, layer.Layer, parsed, Given(s3));
            var lines = new Lines(Screen, Rehearses(parsed));
            var plan = await engine.PreviewAsync(layer, cancellationToken);
            if (!parsed.GetValue(Json))
            {
                PlanView.Show(lines, plan);
            }

            // A run without changes still goes on: it finishes what an interrupted one left open.
            if (!plan.Changes.IsEmpty && !Confirmed(parsed, $"Change {settings.Name}.{layer.Layer}?"))
            {
                Screen.Note("Nothing was changed.");
                return ExitCodes.Done;
            }

            var result = await engine.UpAsync(layer, Progress(lines), cancellationToken);
            kept.Add(await FinishAsync(parsed, result, cancellationToken));
        }

        return Show(parsed, kept);
    }
}
