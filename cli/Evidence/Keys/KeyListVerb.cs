using System.CommandLine;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary><c>strata evidence key list</c>.</summary>
internal sealed class KeyListVerb(App app) : Verb(
    app, "list", "Lists the keys that this machine believes, and which of them it can sign with.")
{
    private const int ShownOfId = 12;

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
        [new("strata evidence key list", "Shows whose keys are believed, and what each may sign.")];

    protected override void Declare() => Add(_json);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var keys = new LocalKeys(App);
        var names = LocalSigningKey.Names(keys.Folder).ToLookup(name => LocalSigningKey.IdOf(keys.Folder, name));
        List<KeyView> views =
            [.. keys.Trust.LoadKeys().All.Select(key => KeyView.Of(key, names[key.Id].FirstOrDefault()))];
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(new { folder = keys.Trust.Path, keys = views });
            return Task.FromResult(ExitCodes.Done);
        }

        foreach (var view in views)
        {
            var state = view.RevokedAt is { } at ? $"revoked by entry {at}"
                : view.ReplacedBy is { } other ? $"replaced by {other[..ShownOfId]}"
                : "in use";
            Screen.WriteLine(
                $"{view.Id[..ShownOfId]}  {view.Name ?? "-",-20}  {Quoted.Plain(view.Identity)}  "
                + $"{string.Join(' ', view.Roles)}  {state}");
        }

        return Task.FromResult(ExitCodes.Done);
    }
}
