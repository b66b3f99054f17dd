using System.CommandLine;
using Evidence.Pipeline.Signing;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary><c>strata evidence key rotate</c>.</summary>
internal sealed class KeyRotateVerb(App app) : EvidenceVerb(
    app, "rotate", "Puts a new key in the place of one of this machine, and records it with the old one.")
{
    private readonly Argument<string> _name = new("NAME") { Description = "Name of the key that is replaced." };

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            $"strata evidence key rotate {LocalSigningKey.DefaultName}",
            "Replaces the usual key; what the old one signed stays verifiable."),
    ];

    protected override void Declare()
    {
        Add(_name);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var (keys, name) = (new LocalKeys(App), parsed.GetRequiredValue(_name));
        // The new key under a name of its own, the record, and only then its name: a crash leaves the old key in use.
        var replacement = await LocalSigningKey.CreateSuccessorAsync(
            keys.Folder, name, keys.Trust, App.Time, cancellationToken);
        var index = await session.Pipeline.Custody.RotateKeyAsync(name, replacement, cancellationToken);
        LocalSigningKey.Succeed(keys.Folder, name);
        if (Json(parsed))
        {
            Screen.WriteJson(new { index, key = KeyView.Of(replacement, name) });
        }

        Screen.Success(
            $"{name} is the key {replacement.Id} now, by entry {index}. Hand its public half to whoever believed "
            + "the old "
            + "one, which is still believed: revoke it if anybody else may have it.");
        return ExitCodes.Done;
    }
}
