using System.CommandLine;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence hold</c>.</summary>
internal sealed class HoldVerb(App app) : EvidenceVerb(
    app, "hold", "Puts a legal hold on the payload of a record, until somebody else releases it.")
{
    private readonly Argument<string> _id = new("SUBJECT")
    {
        Description = "The record whose payload is held: its id, or the first four or more digits.",
    };

    private readonly Option<string> _matter = new("--matter")
    {
        Description = "What the hold is for: a case, an investigation.",
        HelpName = "MATTER",
        Required = true,
    };

    private readonly Option<string> _reason = CustodyOptions.Reason("Why it is held.");
    private readonly Option<string> _by = CustodyOptions.Key();

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "strata evidence hold 3fa9c1 --matter \"case 2026-17\" --reason \"asked for by counsel\" --by alice",
            "Holds one payload; run again, it completes what was interrupted."),
    ];

    protected override void Declare()
    {
        Add(_id);
        Add(_matter);
        Add(_reason);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var placed = await session.Pipeline.Custody.HoldAsync(
            parsed.GetRequiredValue(_id),
            parsed.GetRequiredValue(_matter),
            parsed.GetRequiredValue(_reason),
            parsed.GetRequiredValue(_by),
            cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                index = placed.Index,
                record = placed.Held.Id.ToString(),
                hold = placed.Hold,
                alreadyRecorded = placed.AlreadyRecorded,
            });
        }

        var again = placed.AlreadyRecorded ? " It was recorded before." : "";
        Screen.Success(
            $"{ReceiptView.ShortId(placed.Held.Id)} {Quoted.Of(placed.Held.Subject.Name ?? "")} is held for "
            + $"{Quoted.Of(placed.Hold.Matter)}, by entry {placed.Index}.{again}");
        return ExitCodes.Done;
    }
}
