using System.CommandLine;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence observe</c>.</summary>
internal sealed class ObserveVerb(App app) : EvidenceVerb(
    app, "observe", "Looks at every object of the vault, compares it with the last time, and records what was seen.")
{
    private const int All = 100;

    private readonly Option<int> _digests = new("--digests")
    {
        Description = "How many of a hundred objects are read again for their digest. Which ones nobody knows before.",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => All,
    };

    private readonly Option<string?> _by = CustodyOptions.OptionalKey();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence observe", "Looks at locks, holds and bytes of everything; exit code 1 on any finding."),
        new(
            "strata evidence observe --env prod --digests 5 --json",
            "Looks at every lock and at the bytes of one object in twenty, for a daily run."),
    ];

    protected override void Declare()
    {
        _digests.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<int>() is < 0 or > All)
            {
                parsed.AddError("--digests is a percentage: 0 to 100.");
            }
        });
        Add(_digests);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        ObservationResult result;
        using (var progress = new ProgressLine<ObservationProgress>(Screen, App.Time, Describe))
        {
            result = await session.Pipeline.Custody.ObserveAsync(
                parsed.GetValue(_digests), parsed.GetValue(_by), progress, cancellationToken);
        }

        Write(parsed, session, result);
        return Conclude(session, result);
    }

    private static string Describe(ObservationProgress p) =>
        $"{p.Versions:N0} versions looked at, {p.BytesRead / (1024.0 * 1024):N0} MiB read, {p.Findings:N0} findings";

    private void Write(ParseResult parsed, EvidenceSession session, ObservationResult result)
    {
        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                bucket = session.Store.Bucket,
                observation = result.Observation,
                findings = result.Findings,
                record = result.Receipt is { } receipt ? ReceiptView.Of(receipt) : null,
            });
            return;
        }

        foreach (var finding in result.Findings)
        {
            Screen.WriteLine($"FAILED  {finding.Finding}: {Quoted.Plain(finding.Key)}");
            Screen.WriteLine($"        {finding.Reason}");
        }

        if (result.Observation.FindingCount > result.Findings.Count)
        {
            Screen.WriteLine($"And {result.Observation.FindingCount - result.Findings.Count:N0} more, in the record.");
        }
    }

    private int Conclude(EvidenceSession session, ObservationResult result)
    {
        var seen = result.Observation;
        if (result.Receipt is { } receipt)
        {
            Screen.Note($"Recorded as entry {receipt.Record.Index}: {ReceiptView.ShortId(receipt.Id)}.");
        }
        else if (result.NotRecorded is { } reason)
        {
            Screen.Error($"The observation is not recorded: {reason.Message}");
            return EvidenceExitCodes.Of(reason.Fault);
        }

        if (seen.FindingCount > 0)
        {
            Screen.Error($"{seen.FindingCount:N0} findings in {seen.Versions:N0} versions of {session.Store.Name}.");
            return ExitCodes.Finding;
        }

        var compared = seen.Previous is { } previous
            ? $"as in entry {previous}, or more strongly"
            : "and seen for the first time";
        var read = seen.DigestPercent == All
            ? "each one's bytes were read"
            : $"the bytes of {seen.DigestPercent} in a hundred were read";
        Screen.Success($"{seen.Versions:N0} versions in {session.Store.Name} are locked {compared}; {read}.");
        return ExitCodes.Done;
    }
}
