using System.CommandLine;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Proofs;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence show</c>.</summary>
internal sealed class ShowVerb(App app) : EvidenceVerb(app, "show", "Shows one record: what it says, and where it is.")
{
    private readonly Argument<string> _id = new("ID")
    {
        Description = "The record's id, or its first four or more digits.",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence show 3fa9c1", "Shows the one record whose id starts so."),
    ];

    protected override void Declare()
    {
        Add(_id);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var record = await session.Pipeline.FindAsync(parsed.GetRequiredValue(_id), cancellationToken);
        var proof = await session.Pipeline.ProveAsync(record, cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(RecordView.Of(record) with { Ledger = LedgerView.Of(proof) });
        }
        else
        {
            Write(record, proof);
        }

        if (record.SignatureProblem is { } problem)
        {
            Screen.Error($"No trusted key signed this record: believe nothing in it. {problem}");
            return ExitCodes.Finding;
        }

        return ExitCodes.Done;
    }

    private void Write(StoredRecord record, TlogProof proof)
    {
        var checkpoint = Checkpoint.Parse(proof.Checkpoint.Text);
        var (predicate, collector) = (record.Predicate, record.Predicate.Collector);
        Line("id", record.Id.ToString());
        Line("name", record.Subject.Name ?? "");
        Line("kind", predicate.Kind);
        Line("controls", string.Join(' ', predicate.Controls));
        Line("environment", predicate.Environment);
        Line("collected", $"{UtcTimestamp.ToText(predicate.CollectedAt)} by {collector.User}@{collector.Host} "
            + $"with {collector.Tool} {collector.Version}");
        Line("sha256", record.Subject.Sha256.ToString());
        Line("size", $"{predicate.Payload.Size:N0} bytes, {record.Subject.MediaType}");
        Line("locked", $"{predicate.Retention.ToLock()} (class {predicate.Retention.Class})");
        Line("payload", $"{predicate.Payload.Bucket} {predicate.Payload.Key} version {predicate.Payload.VersionId}");
        Line("record", $"{record.Place.Bundle.Key} version {record.Place.Bundle.VersionId}");
        var length = proof.Path.Count;
        Line("ledger", $"index {proof.Index} of {checkpoint.Size}, {length} hashes to the root {checkpoint.Root}");
        Line("signed by", record.SignedBy.Count > 0 ? string.Join(' ', record.SignedBy) : "NO TRUSTED KEY");
    }

    private void Line(string label, string value) => Screen.WriteLine($"{label,-12} {Quoted.Plain(value)}");
}
