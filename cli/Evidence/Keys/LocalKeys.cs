using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Signing.Kms;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary>The signing keys of this machine, and the public keys that it believes.</summary>
internal sealed class LocalKeys(App app)
{
    // Long enough that nobody types another one's by mistake.
    private const int ShortestId = 8;

    public string Folder { get; } = Path.Combine(app.Local, "keys");

    public TrustFolder Trust { get; } = new(Path.Combine(app.Local, "trust"));

    /// <summary>
    /// Keys by name: files of this machine, and keys of AWS KMS (kms:ARN). STRATA_SIGNING_KEY names the usual one.
    /// </summary>
    public ISignerSource Signers(string region)
    {
        var all = new KmsSigners(
            new LocalSigners(Folder, Trust, app.Time),
            new KmsConnection { Region = region },
            Trust,
            new VaultBudget(),
            app.Time);
        return app.SigningKey is { } usual ? new NamedSigners(all, usual) : all;
    }

    /// <summary>The trusted key of a name on this machine, or whose id starts so.</summary>
    public TrustedKey Find(string nameOrId)
    {
        var trusted = Trust.LoadKeys();
        if (LocalSigningKey.Names(Folder).Contains(nameOrId)
            && LocalSigningKey.IdOf(Folder, nameOrId) is var id && trusted.TryGet(id, out var own))
        {
            return own;
        }

        var found = trusted.All.Where(k => k.Id.StartsWith(nameOrId, StringComparison.Ordinal)).ToList();
        return nameOrId.Length >= ShortestId && found is [var one]
            ? one
            : throw new UsageException(
                $"{Quoted.Of(nameOrId)} is neither the name of a key of this machine nor the start ({ShortestId} "
                + "digits or "
                + "more) of the id of one trusted key. `./strata evidence key list` shows them.");
    }
}
