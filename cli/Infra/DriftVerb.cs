using System.CommandLine;
using Infra.Automation.Engines;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata drift ENV</c>: what is no longer as it was deployed. Drift is a finding: exit code 1.</summary>
internal sealed class DriftVerb(App app)
    : InfraVerb(app, "drift", "Compares what was deployed with what is really there. Drift is exit code 1.")
{
    public override IReadOnlyList<Example> Examples =>
    [
        new("strata drift local", "has anybody changed the vault behind our back?"),
        new("strata drift prod --layer evidence --json", "the same for a program"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(parsed);
        using var s3 = await ConnectAsync(settings, parsed, cancellationToken);
        var reports = new List<DriftReport>();
        foreach (var layer in LayersOf(parsed, settings))
        {
            reports.Add(await EngineOf(settings, layer, parsed, Given(s3)).DriftAsync(cancellationToken));
        }

        if (parsed.GetValue(Json))
        {
            Screen.WriteJson(reports);
        }
        else
        {
            reports.ForEach(Show);
        }

        return reports.TrueForAll(report => report.Findings.IsEmpty) ? ExitCodes.Done : ExitCodes.Finding;
    }

    private void Show(DriftReport report)
    {
        var lines = new Lines(Screen, rehearsal: false);
        lines.Write($"{report.Environment}.{report.Layer}");
        foreach (var finding in report.Findings)
        {
            var (sign, colour) = finding.Missing ? ("-", "red") : ("~", "yellow");
            lines.Write(colour, $"  {sign} {finding.Name}",
                $"  {ValueText.Type(finding.Type)}{(finding.Missing ? "  is not there" : "  deployed → found")}");
            PlanView.Show(lines, finding.Properties, "      ");
        }

        foreach (var resource in report.Unreadable)
        {
            var name = resource.Urn.Split("::")[^1];
            lines.Write("grey", $"  ? {name}", $"  {ValueText.Type(resource.Type)}  the store does not tell");
        }

        lines.Write(
            $"  {report.Checked} checked, {report.Findings.Length} drifted, {report.Unreadable.Length} not readable");
    }
}
