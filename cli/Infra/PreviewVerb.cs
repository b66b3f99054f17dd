using System.CommandLine;
using Infra.Automation.Engines.Plans;
using Infra.Stacks.Environments;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata preview ENV</c>: what <c>up</c> would do. Without --live it needs no credentials.</summary>
internal sealed class PreviewVerb(App app)
    : InfraVerb(app, "preview", "Shows what `strata up` would change. Needs no credentials, except with --live.")
{
    private readonly Option<bool> _live = new("--live")
    {
        Description = "Ask the Pulumi engine, which reads the deployed state (dev, staging and prod; needs "
            + "credentials).",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata preview prod", "what prod has, as if nothing were deployed; no credentials needed"),
        new("strata preview local", "what would change on this machine"),
        new("strata preview prod --layer evidence --live", "what would change in the deployed layer"),
    ];

    protected override void Declare()
    {
        base.Declare();
        Add(_live);
        AddRehearse();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(parsed);
        var offline = settings.Engine is PulumiEngineSettings && !parsed.GetValue(_live) && !Rehearses(parsed);
        var plans = new List<Plan>();
        foreach (var layer in (await RenderAsync(settings, parsed, cancellationToken)).Layers)
        {
            plans.Add(offline
                ? OfflinePlan.Of(settings.Name, layer)
                : await EngineOf(settings, layer.Layer, parsed, Given(null)).PreviewAsync(layer, cancellationToken));
        }

        if (parsed.GetValue(Json))
        {
            Screen.WriteJson(plans);
            return ExitCodes.Done;
        }

        foreach (var plan in plans)
        {
            PlanView.Show(new Lines(Screen, plan.Rehearsal), plan);
        }

        return ExitCodes.Done;
    }
}
