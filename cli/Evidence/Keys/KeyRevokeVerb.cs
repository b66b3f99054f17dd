using System.CommandLine;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary><c>strata evidence key revoke</c>.</summary>
internal sealed class KeyRevokeVerb(App app) : EvidenceVerb(
    app, "revoke", "Records that a key is not believed any more. What it signed before stays verifiable.")
{
    private readonly Argument<string> _key = new("KEY")
    {
        Description = "Name of a key of this machine, or the first eight or more digits of a trusted key's id.",
    };

    private readonly Option<string> _reason = CustodyOptions.Reason("Why it is revoked.");
    private readonly Option<string> _by = CustodyOptions.Key();

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "strata evidence key revoke 3fa9c177be02 --reason \"laptop stolen\" --by security",
            "Revokes somebody's key; needs the role key-officer, or the key itself."),
    ];

    protected override void Declare()
    {
        Add(_key);
        Add(_reason);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var key = new LocalKeys(App).Find(parsed.GetRequiredValue(_key));
        var index = await session.Pipeline.Custody.RevokeKeyAsync(
            key, parsed.GetRequiredValue(_reason), parsed.GetRequiredValue(_by), cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new { index, key = KeyView.Of(key with { RevokedAt = index }, name: null) });
        }

        Screen.Success(
            $"The key {key.Id} of {Quoted.Of(key.Identity)} is revoked by entry {index}. Have every reviewer note "
            + "it in "
            + "their trust file: checkpoints that it signs are refused only there.");
        return ExitCodes.Done;
    }
}
