using System.CommandLine;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Text;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata waiver list</c>.</summary>
internal sealed class WaiverListVerb(App app) : EvidenceVerb(
    app, "list", "Lists all waivers, and why each one that does not count does not.")
{
    public override IReadOnlyList<Example> Examples =>
        [new("strata waiver list --env prod", "Shows what is waived, by whom and until when.")];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var waivers = await session.Pipeline.Gates(GateRules.Current).ListWaiversAsync(cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                waivers = waivers.Select(w => new
                {
                    id = w.Waiver.Record.Id.ToString(),
                    index = w.Waiver.Record.Place.Index,
                    request = w.Waiver.Request,
                    requestedBy = w.Waiver.RequestedBy,
                    approval = w.Waiver.Approval?.Place.Index,
                    approvedBy = w.Waiver.ApprovedBy,
                    refusal = w.Refusal,
                }),
            });
            return ExitCodes.Done;
        }

        foreach (var (waiver, refusal) in waivers)
        {
            Screen.WriteLine(
                $"{ReceiptView.ShortId(waiver.Record.Id)}  {waiver.Request.Gate}/{waiver.Request.Requirement}  until "
                + $"{UtcTimestamp.ToText(waiver.Request.Expires)}  {Quoted.Plain(waiver.Request.Ticket)}  "
                + (refusal is null ? "in force" : $"DOES NOT COUNT: {refusal}"));
        }

        Screen.Note($"{waivers.Count} waivers in {session.Store.Name}.");
        return ExitCodes.Done;
    }
}
