using System.CommandLine;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Custody.Disposing;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence dispose</c>.</summary>
internal sealed class DisposeVerb(App app) : EvidenceVerb(
    app, "dispose", "Deletes payloads whose retention has ended, with a record before and after. The ledger stays.")
{
    private const int UsuallyMost = 10_000;

    private readonly Option<string?> _by = new("--by")
    {
        Description = "Name of the signing key of whoever decides it; without it, what would be deleted is only shown.",
        HelpName = "KEY",
    };

    private readonly Option<int> _most = new("--most")
    {
        Description = "Most payloads of this run.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => UsuallyMost,
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence dispose --env prod", "Shows what could be deleted, by which rule, and changes nothing."),
        new("strata evidence dispose --env prod --by custodian", "Deletes it, and records who, what and why."),
    ];

    protected override void Declare()
    {
        _most.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<int>() < 1)
            {
                parsed.AddError("--most is a number of payloads: 1 or more.");
            }
        });
        Add(_by);
        Add(_most);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var (custody, most) = (session.Pipeline.Custody, parsed.GetValue(_most));
        DispositionRun run;
        if (parsed.GetValue(_by) is { } by)
        {
            using var progress = new ProgressLine<DispositionResult>(
                Screen, App.Time, result => $"{result.Key}: {result.Outcome}");
            run = await custody.DisposeAsync(most, by, progress, cancellationToken);
        }
        else
        {
            run = await custody.PlanDispositionAsync(most, cancellationToken);
        }

        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                intents = run.Intents,
                planned = run.Planned,
                results = run.Results,
            });
        }
        else
        {
            foreach (var item in run.Planned)
            {
                Screen.WriteLine($"{item.Key}  {item.Rule}, locked until {UtcTimestamp.ToText(item.RetainUntil)}");
            }

            foreach (var result in run.Results)
            {
                Screen.WriteLine($"{result.Outcome,-8}  {result.Key}  {result.Reason}");
            }
        }

        return Conclude(session, run);
    }

    private int Conclude(EvidenceSession session, DispositionRun run)
    {
        var kept = run.Results.Count(r => r.Outcome is not DispositionOutcome.Deleted);
        if (kept > 0)
        {
            Screen.Error(
                $"{kept:N0} of {run.Results.Count:N0} payloads are kept in {session.Store.Name}; that is recorded.");
            return ExitCodes.Finding;
        }

        Screen.Success(run.Planned.Count > 0
            ? $"The time of {run.Planned.Count:N0} payloads in {session.Store.Name} is over. Nothing was changed."
            : $"{run.Results.Count:N0} payloads in {session.Store.Name} are disposed of, and that is recorded.");
        return ExitCodes.Done;
    }
}
