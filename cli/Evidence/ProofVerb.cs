using System.CommandLine;
using Evidence.Ledger.Proofs;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence proof</c>.</summary>
internal sealed class ProofVerb(App app) : EvidenceVerb(
    app, "proof", "Writes the proof that a record is in the ledger, as a file that verifies offline.")
{
    private readonly Argument<string> _id = new("ID")
    {
        Description = "The record's id, or its first four or more digits.",
    };

    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = $"File to write, by convention ending in {TlogProof.FileExtension}. Replaces none.",
        HelpName = "FILE",
        Required = true,
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence proof 3fa9c1 --out deployment.tlog-proof", "Writes a C2SP tlog-proof of one record."),
    ];

    protected override void Declare()
    {
        Add(_id);
        Add(_out);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var record = await session.Pipeline.FindAsync(parsed.GetRequiredValue(_id), cancellationToken);
        var proof = await session.Pipeline.ProveAsync(record, cancellationToken);
        var file = parsed.GetRequiredValue(_out);
        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            await stream.WriteAsync(proof.ToUtf8(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot write the proof to {Quoted.Of(file)}: {e.Message} Name another file.");
        }

        if (Json(parsed))
        {
            Screen.WriteJson(new { id = record.Id.ToString(), file, ledger = LedgerView.Of(proof) });
        }

        Screen.Success(
            $"{ReceiptView.ShortId(record.Id)} is entry {proof.Index} of the ledger: the proof is in "
            + $"{Quoted.Of(file)}.");
        return ExitCodes.Done;
    }
}
