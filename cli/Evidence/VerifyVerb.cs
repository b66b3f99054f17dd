using System.CommandLine;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Verification;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence verify</c>.</summary>
internal sealed class VerifyVerb(App app) : EvidenceVerb(
    app,
    "verify",
    "Checks ledger and signatures against the trust folder, and bytes, locks and holds against the signatures.")
{
    private readonly Argument<string[]> _ids = new("ID")
    {
        Description = "Records to verify, by the first four or more digits of their ids; without any, all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence verify", "Verifies every record of this machine's vault; exit code 1 on any finding."),
        new("strata evidence verify 3fa9c1 77be02 --json", "Verifies two records, and prints the findings as JSON."),
    ];

    protected override void Declare()
    {
        Add(_ids);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var (verified, disposed, failed) = (0, 0, new List<RecordVerdict>());
        using (var progress = new ProgressLine<int>(Screen, App.Time, count => $"{count:N0} records verified"))
        {
            var verdicts = session.Pipeline.VerifyAsync(parsed.GetValue(_ids) ?? [], cancellationToken);
            await foreach (var verdict in verdicts)
            {
                if (verdict.Holds)
                {
                    progress.Report(++verified);
                    disposed += verdict.DisposedBy is null ? 0 : 1;
                }
                else
                {
                    failed.Add(verdict);
                }
            }
        }

        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                verified,
                disposed,
                failed = failed.Select(v => new
                {
                    id = v.Record?.Id.ToString(),
                    name = v.Record?.Subject.Name,
                    record = LocationView.Of(v.Place.Bundle) with { Index = v.Place.Index },
                    findings = v.Findings,
                }),
            });
        }
        else
        {
            foreach (var verdict in failed)
            {
                var what = verdict.Record is { } record
                    ? $"{ReceiptView.ShortId(record.Id)}  {Quoted.Plain(record.Subject.Name ?? "")}"
                    : Quoted.Plain(verdict.Place.Bundle.Key);
                Screen.WriteLine($"FAILED  {what}");
                foreach (var finding in verdict.Findings)
                {
                    Screen.WriteLine($"        {finding.Code}: {finding.Reason}");
                }
            }
        }

        if (disposed > 0)
        {
            Screen.Note($"{disposed:N0} payloads were disposed of after their retention, as the ledger says.");
        }

        return Conclude(session, verified, failed.Count);
    }

    private int Conclude(EvidenceSession session, int verified, int failed)
    {
        if (failed > 0)
        {
            Screen.Error($"{failed:N0} failed and {verified:N0} hold in {session.Store.Name}.");
            return ExitCodes.Finding;
        }

        if (verified == 0)
        {
            Screen.Warn($"There are no records in {session.Store.Name}: nothing was verified.");
        }
        else
        {
            var hold = verified == 1 ? "record holds" : "records hold";
            Screen.Success($"{verified:N0} {hold} in {session.Store.Name}: "
                + "place in the ledger, signature, digest, lock, retention and hold.");
        }

        return ExitCodes.Done;
    }
}
