using System.CommandLine;
using Evidence.Pipeline.Gates.Rules;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata waiver approve</c>.</summary>
internal sealed class WaiverApproveVerb(App app) : EvidenceVerb(
    app, "approve", "Approves a waiver that somebody else asked for.")
{
    private readonly Argument<string> _id = new("ID")
    {
        Description = "The request's record: its id, or the first four or more digits.",
    };

    private readonly Option<string> _by = CustodyOptions.Key();

    public override IReadOnlyList<Example> Examples =>
        [new("strata waiver approve 3fa9c1 --by alice", "Approves with another key than it was asked for with.")];

    protected override void Declare()
    {
        Add(_id);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var receipt = await session.Pipeline.Gates(GateRules.Current).ApproveWaiverAsync(
            parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_by), cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new { record = ReceiptView.Of(receipt) });
        }

        Screen.Success($"Approved, as entry {receipt.Record.Index}.");
        return ExitCodes.Done;
    }
}
