using System.Globalization;
using System.Text;
using System.Text.Json;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Signing;

/// <summary>What is known about one key, as the trust file and the trust folder spell it.</summary>
internal static class TrustEntry
{
    private static readonly string[] _fields =
        ["identity", "roles", "publicKey", "validFrom", "revokedAt", "replacedBy"];

    /// <summary>Reads an entry; null if it is not as it must be, which is noted.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="ownKey">The key it is about, where a file of its own holds it; else the entry does.</param>
    public static TrustedKey? Read(YamlFields fields, P256PublicKey? ownKey)
    {
        fields.RefuseOthersThan("a trusted key", _fields);
        var identity = fields.Text("identity", "whose key it is, such as alice@example.com", i => i.Trim() == i);
        var roles = fields.List(
            "roles", $"roles: {KeyRoles.Names}", r => KeyRoles.TryParse(r, out _) ? null : UnknownRole(r));
        var key = ownKey;
        if (ownKey is null)
        {
            fields.Text("publicKey", "a P-256 public key as a PEM block \"PUBLIC KEY\"", pem => TryRead(pem, out key));
        }

        const string AnIndex = "the index of an entry: a whole number from 0";
        var from = Index(fields.OptionalText("validFrom", AnIndex, t => Index(t) is not null));
        var revoked = Index(fields.OptionalText("revokedAt", AnIndex, t => Index(t) is not null));
        var replaced = fields.OptionalText(
            "replacedBy", "a key id: 64 lowercase hexadecimal digits", t => Sha256Hash.TryParse(t, out _));
        return key is null || identity.Length == 0 ? null : new TrustedKey(key, identity, Roles(roles))
        {
            ValidFrom = from ?? 0,
            RevokedAt = revoked,
            ReplacedBy = replaced,
        };
    }

    /// <summary>The entry as lines of YAML.</summary>
    public static string ToText(TrustedKey key, bool withKey)
    {
        var roles = key.Roles.Order().Select(KeyRoles.ToText);
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"identity: {Quote(key.Identity)}\n")
            .Append(CultureInfo.InvariantCulture, $"roles: [{string.Join(", ", roles)}]\n");
        if (key.ValidFrom > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"validFrom: {key.ValidFrom}\n");
        }

        if (key.RevokedAt is { } revoked)
        {
            text.Append(CultureInfo.InvariantCulture, $"revokedAt: {revoked}\n");
        }

        if (key.ReplacedBy is { } other)
        {
            text.Append(CultureInfo.InvariantCulture, $"replacedBy: {other}\n");
        }

        if (withKey)
        {
            var lines = key.Key.ToPem().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            text.Append("publicKey: |\n").AppendJoin("", lines.Select(line => $"  {line}\n"));
        }

        return text.ToString();
    }

    /// <summary>A text as YAML and JSON both quote it.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text);

    private static HashSet<KeyRole> Roles(IEnumerable<string> names)
    {
        var roles = new HashSet<KeyRole>();
        foreach (var name in names)
        {
            if (KeyRoles.TryParse(name, out var role))
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    private static bool TryRead(string pem, out P256PublicKey? key)
    {
        try
        {
            key = P256PublicKey.FromPem(pem);
            return true;
        }
        catch (LedgerFormatException)
        {
            key = null;
            return false;
        }
    }

    private static long? Index(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string UnknownRole(string name) => $"{Quoted.Of(name)} is no role. There are: {KeyRoles.Names}.";
}
