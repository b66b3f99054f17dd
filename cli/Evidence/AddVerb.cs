using System.CommandLine;
using Evidence.Pipeline;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence add</c>.</summary>
internal sealed class AddVerb(App app) : EvidenceVerb(
    app, "add", "Stores files under a lock, with a signed record of each, and reads them back.")
{
    private const int MostShown = 20;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files to keep. Each is stored once, under its digest.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _kind = new("--kind", "-k")
    {
        Description = "What the files are, for example test-report.",
        HelpName = "KIND",
        Required = true,
    };

    private readonly Option<string[]> _controls = new("--control", "-c")
    {
        Description = "Control they are evidence for, for example SOC2-CC7.1. May be given more than once.",
        HelpName = "CONTROL",
        Required = true,
    };

    private readonly Option<RecordOutcome?> _outcome = new("--outcome")
    {
        Description = "What came out of it: passed or failed. Gates look at this.",
        HelpName = "OUTCOME",
    };

    private readonly Option<string?> _retention = new("--retention")
    {
        Description = "Retention class; without it, the environment's own.",
        HelpName = "CLASS",
    };

    private readonly Option<bool> _hold = new("--hold") { Description = "Put a legal hold on the files as well." };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence add report.xml --kind test-report --control SOC2-CC8.1", "Keeps one test report."),
        new(
            "strata evidence add logs/*.gz --kind log --control ISO27001-A.8.15 --retention audit --env prod --json",
            "Keeps a folder of logs for an audit period, and prints the receipts as JSON."),
        new(
            "strata evidence add mails.zip --kind document --control NIST-AU-11 --hold",
            "Keeps a file until the hold is released, whatever its retention."),
    ];

    protected override void Declare()
    {
        Add(_files);
        Add(_kind);
        Add(_controls);
        Add(_outcome);
        Add(_retention);
        Add(_hold);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var items = Items(parsed);
        using var session = await OpenAsync(parsed, cancellationToken);
        AddResult result;
        using (var progress = new ProgressLine<AddProgress>(Screen, App.Time, Describe))
        {
            result = await session.Pipeline.AddAsync(items, progress, cancellationToken);
        }

        Write(parsed, session, result);
        return result switch
        {
            { IsComplete: true } => ExitCodes.Done,
            { Interrupted: true } => ExitCodes.Interrupted,
            { Failures: [var first, ..] } => EvidenceExitCodes.Of(first.Reason.Fault),
            _ => throw new InvalidOperationException("Items were not attempted and nothing says why."),
        };
    }

    private static string Describe(AddProgress p) =>
        $"{p.Stored:N0} of {p.Total:N0} stored and read back, {p.Acknowledged:N0} recorded";

    /// <summary>All files that cannot be evidence are named at once, and then nothing is stored.</summary>
    private List<EvidenceItem> Items(ParseResult parsed)
    {
        var kind = EvidenceCatalogue.Current.KindOf(parsed.GetRequiredValue(_kind)).Name;
        string[] controls =
            [.. parsed.GetRequiredValue(_controls).Select(c => EvidenceCatalogue.Current.ControlOf(c).Id)];
        var (items, problems) = (new List<EvidenceItem>(), new List<string>());
        foreach (var path in parsed.GetRequiredValue(_files))
        {
            try
            {
                var item = EvidenceItem.FromFile(path, kind, controls);
                items.Add(item with
                {
                    Outcome = parsed.GetValue(_outcome),
                    Retention = parsed.GetValue(_retention),
                    Hold = parsed.GetValue(_hold),
                });
            }
            catch (EvidenceException e) when (e.Fault is EvidenceFault.BadInput)
            {
                problems.Add(e.Message);
            }
        }

        return problems.Count == 0
            ? items
            : throw new UsageException(string.Join('\n', problems.Take(MostShown)) + "\n"
                + (problems.Count > MostShown ? $"And {problems.Count - MostShown:N0} more. " : "")
                + "Nothing was stored.");
    }

    private void Write(ParseResult parsed, EvidenceSession session, AddResult result)
    {
        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                bucket = session.Store.Bucket,
                recorded = result.Receipts.Select(ReceiptView.Of),
                failed = result.Failures.Select(f => new { name = f.Name, reason = f.Reason.Message }),
                notAttempted = result.NotAttempted,
            });
        }
        else
        {
            foreach (var receipt in result.Receipts)
            {
                var already = receipt.Payload.AlreadyStored ? "  (already stored)" : "";
                var (id, name) = (ReceiptView.ShortId(receipt.Id), Quoted.Plain(receipt.Name));
                Screen.WriteLine($"{id}  {name}  {receipt.Payload.Lock}{already}");
            }
        }

        foreach (var failures in result.Failures.GroupBy(f => f.Reason.Message))
        {
            var names = string.Join(", ", failures.Take(3).Select(f => Quoted.Of(f.Name)));
            var more = failures.Count() > 3 ? $" and {failures.Count() - 3:N0} more" : "";
            Screen.Error($"{names}{more}: {failures.Key}");
        }

        if (result.NotAttempted > 0)
        {
            Screen.Warn($"{result.NotAttempted:N0} not acknowledged: run the same command again to add them.");
        }

        if (result.Receipts.Count > 0)
        {
            Screen.Success(
                $"{result.Receipts.Count:N0} recorded in {session.Store.Name}: signed, locked and read back.");
        }
    }
}
