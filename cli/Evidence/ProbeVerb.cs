using System.CommandLine;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Probe;
using Spectre.Console;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence probe</c>.</summary>
internal sealed class ProbeVerb(App app) : EvidenceVerb(
    app, "probe", "Tries to alter a locked canary, and tells what the store answers. Leaves the canary behind.")
{
    private readonly Option<string?> _retention = new("--retention")
    {
        Description = "Retention class of the canary; without it, the environment's own.",
        HelpName = "CLASS",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence probe", "Shows what this machine's store can do; exit code 1 if it is no vault."),
        new("strata evidence probe --env dev --retention rehearsal --json", "The same for dev, as JSON."),
    ];

    protected override void Declare()
    {
        Add(_retention);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var retention = parsed.GetValue(_retention) is { } name
            ? EvidenceCatalogue.Current.RetentionOf(name, session.Settings.DefaultRetention)
            : session.Settings.DefaultRetention;
        var report = await new StoreProbe(session.Connection, session.Settings.Budget, App.Time)
            .RunAsync(retention, cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                store = report.Store,
                isVault = report.IsVault,
                hasConditionalWrites = report.HasConditionalWrites,
                attempts = report.Attempts,
                leftovers = report.Leftovers.Select(
                    v => new { at = LocationView.Of(v.At), @lock = LockView.Of(v.Lock) }),
            });
        }
        else
        {
            Write(report);
        }

        foreach (var left in report.Leftovers)
        {
            var why = left.Lock.RetainUntil is { } end ? $"locked until {UtcTimestamp.ToText(end)}" : "not removable";
            Screen.Note($"Left behind: {left.At.Key} ({left.Size} bytes), {why}.");
        }

        if (report.IsVault)
        {
            Screen.Success($"{report.Store} is a vault: every attempt to alter what is locked was refused.");
            return ExitCodes.Done;
        }

        Screen.Error($"{report.Store} is no vault: what is in it can be altered. Do not keep evidence there.");
        return ExitCodes.Finding;
    }

    private void Write(ProbeReport report)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("", "tried", "answer");
        foreach (var attempt in report.Attempts)
        {
            table.AddRow(new Text(Word(attempt.Verdict)), new Text(attempt.Tried), new Text(attempt.Answer));
        }

        Screen.Out.Write(table);
    }

    private static string Word(ProbeVerdict verdict) => verdict switch
    {
        ProbeVerdict.Good => "good",
        ProbeVerdict.Bad => "BAD",
        ProbeVerdict.Able => "able",
        ProbeVerdict.Unable => "unable",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };
}
