using System.CommandLine;
using Evidence.Pipeline;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary><c>strata evidence key trust</c>.</summary>
internal sealed class KeyTrustVerb(App app) : EvidenceVerb(
    app, "trust", "Writes what this machine believes as a trust file, for a reviewer to check and keep.")
{
    private readonly Option<string> _out = new("--out", "-o")
    {
        Description = "File to write. Replaces none.",
        HelpName = "FILE",
        Required = true,
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence key trust --env prod --out trust.yaml", "Writes the keys of prod's log."),
    ];

    protected override void Declare()
    {
        Add(_out);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var trust = new TrustFile(
            EvidencePipeline.OriginOf(session.Store.Bucket), new LocalKeys(App).Trust.LoadKeys());
        var file = parsed.GetRequiredValue(_out);
        try
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(trust.ToText().AsMemory(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot write {Quoted.Of(file)}: {e.Message} Name another file.");
        }

        if (Json(parsed))
        {
            var keys = trust.Keys.All.Select(key => KeyView.Of(key, name: null));
            Screen.WriteJson(new { file, origin = trust.Origin, keys });
        }

        Screen.Success(
            $"{trust.Keys.All.Count} keys of {trust.Origin} are in {Quoted.Of(file)}. Compare their ids with their "
            + "owners "
            + "before you believe them.");
        return ExitCodes.Done;
    }
}
