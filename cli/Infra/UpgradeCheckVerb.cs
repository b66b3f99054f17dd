using System.CommandLine;
using Infra.Automation.Rendering;
using Infra.Automation.Upgrades;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>
/// <c>strata upgrade-check ENV</c>: what runs out of support, and what a change would replace. Needs no credentials.
/// </summary>
internal sealed class UpgradeCheckVerb(App app)
    : InfraVerb(app, "upgrade-check", "Finds versions near the end of support, and data that a change would replace.")
{
    private readonly Option<FileInfo?> _against = new("--against")
    {
        Description = "The graph of what there is, as `strata render ENV --out FILE` wrote it: shows what would be "
            + "lost.",
        HelpName = "GRAPH.json",
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = "How many days before the end of support it becomes a finding.",
        HelpName = "N",
        DefaultValueFactory = _ => UpgradeCheck.DefaultWarningDays,
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata upgrade-check prod", "versions that leave support within 90 days"),
        new("strata upgrade-check prod --against prod.json", "and what would be replaced since prod.json was rendered"),
    ];

    protected override void Declare()
    {
        base.Declare();
        Add(_against);
        Add(_days);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(parsed);
        var days = parsed.GetValue(_days);
        if (days < 0)
        {
            throw new UsageException($"--days is {days}; it takes a number of days, 0 or more.");
        }

        var earlier = parsed.GetValue(_against) is { } file ? GraphFile.Read(file.FullName) : null;
        if (earlier is not null && earlier.Environment != settings.Name)
        {
            throw new UsageException(
                $"--against holds the graph of '{earlier.Environment}', not of '{settings.Name}': compare like with "
                    + "like.");
        }

        if (earlier is not null && LayerOf(parsed) is { } layer)
        {
            earlier = earlier with { Layers = [.. earlier.Layers.Where(candidate => candidate.Layer == layer)] };
        }

        var graph = await RenderAsync(settings, parsed, cancellationToken);
        var today = DateOnly.FromDateTime(App.Time.GetUtcNow().UtcDateTime);
        var report = UpgradeCheck.Run(graph, earlier, today, days);
        if (parsed.GetValue(Json))
        {
            Screen.WriteJson(report);
        }
        else
        {
            Show(report, compared: earlier is not null);
        }

        return report.IsClean ? ExitCodes.Done : ExitCodes.Finding;
    }

    private void Show(UpgradeReport report, bool compared)
    {
        var lines = new Lines(Screen, rehearsal: false);
        foreach (var version in report.Versions)
        {
            lines.Write(Colour(version.State), $"{version.Product} {version.Version}", $"  {version.Sentence}");
            lines.Write($"    {version.Urn}");
        }

        foreach (var loss in report.Losses)
        {
            lines.Write("red", loss.Replaced ? "replaced" : "deleted", $"  {loss.Sentence}");
            lines.Write($"    {loss.Urn}");
        }

        if (report.TableIsOld)
        {
            lines.Write("yellow", "old table", $"  The table of versions is of {report.TableOf:yyyy-MM-dd}: renew it.");
        }

        lines.Write(
            $"{report.Environment}: {report.Versions.Count(version => version.State is not SupportState.Supported)} of "
            + $"{report.Versions.Length} versions need attention (table of {report.TableOf:yyyy-MM-dd}); "
            + (compared
                ? $"{report.Losses.Length} resources would be replaced or deleted"
                : "replacements were not looked for: give --against GRAPH.json"));
    }

    private static string Colour(SupportState state) => state switch
    {
        SupportState.Supported => "green",
        SupportState.EndsSoon or SupportState.Unknown => "yellow",
        SupportState.Ended => "red",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown state."),
    };
}
