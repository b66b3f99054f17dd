using Evidence.Ledger.Notes;
using Evidence.Ledger.Proofs;

namespace Strata.Cli.Evidence;

/// <summary>A record's place in the ledger as <c>--json</c> shows it.</summary>
internal sealed record LedgerView(string Origin, long Index, long Size, string Root, IReadOnlyList<string> Path)
{
    public static LedgerView Of(TlogProof proof)
    {
        var checkpoint = Checkpoint.Parse(proof.Checkpoint.Text);
        return new LedgerView(
            checkpoint.Origin,
            proof.Index,
            checkpoint.Size,
            checkpoint.Root.ToString(),
            [.. proof.Path.Select(hash => hash.ToString())]);
    }
}
