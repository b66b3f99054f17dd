using System.CommandLine;
using System.Globalization;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Text;
using Spectre.Console;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence list</c>.</summary>
internal sealed class ListVerb(App app) : EvidenceVerb(
    app, "list", "Lists the records of an environment, oldest first.")
{
    private readonly Option<string?> _kind = new("--kind", "-k")
    {
        Description = "Only records of this kind.",
        HelpName = "KIND",
    };

    private readonly Option<string?> _control = new("--control", "-c")
    {
        Description = "Only records for this control.",
        HelpName = "CONTROL",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence list", "Shows what is in this machine's vault."),
        new("strata evidence list --env prod --control SOC2-CC8.1 --json", "Shows what is kept for one control."),
    ];

    protected override void Declare()
    {
        Add(_kind);
        Add(_control);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var catalogue = EvidenceCatalogue.Current;
        var kind = parsed.GetValue(_kind) is { } k ? catalogue.KindOf(k).Name : null;
        var control = parsed.GetValue(_control) is { } c ? catalogue.ControlOf(c).Id : null;
        using var session = await OpenAsync(parsed, cancellationToken);

        var records = new List<StoredRecord>();
        var unreadable = 0;
        await foreach (var batch in session.Pipeline.ReadAsync(cancellationToken))
        {
            unreadable += batch.Unreadable.Count + batch.Batch.Findings.Count;
            records.AddRange(batch.Records.Where(r =>
                (kind is null || r.Predicate.Kind == kind)
                && (control is null || r.Predicate.Controls.Contains(control))));
        }

        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                bucket = session.Store.Bucket,
                records = records.Select(RecordView.Of),
                unreadable,
            });
        }
        else
        {
            Write(records);
        }

        var untrusted = records.Count(r => r.SignedBy.Count == 0);
        if (untrusted + unreadable > 0)
        {
            Screen.Warn($"{untrusted:N0} records are not signed by a trusted key and {unreadable:N0} things among the "
                + "records are not right: `strata evidence verify` says which.");
        }

        Screen.Note($"{records.Count:N0} {(records.Count == 1 ? "record" : "records")} in {session.Store.Name}.");
        return ExitCodes.Done;
    }

    private void Write(List<StoredRecord> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.None).AddColumns(
            "id", "collected", "kind", "name", "controls", "locked");
        foreach (var record in records)
        {
            table.AddRow(
                new Text(ReceiptView.ShortId(record.Id)),
                new Text(record.Predicate.CollectedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Text(Quoted.Plain(record.Predicate.Kind)),
                new Text(
                    Quoted.Plain(record.Subject.Name ?? "") + (record.SignedBy.Count == 0 ? " (NOT TRUSTED)" : "")),
                new Text(Quoted.Plain(string.Join(' ', record.Predicate.Controls))),
                new Text(record.Predicate.Retention.ToLock().ToString()));
        }

        Screen.Out.Write(table);
    }
}
