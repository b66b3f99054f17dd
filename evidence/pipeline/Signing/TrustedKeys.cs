using System.Diagnostics.CodeAnalysis;
using Evidence.Ledger.Keys;

namespace Evidence.Pipeline.Signing;

/// <summary>The keys that a reader believes. Never from the store, never from the bundle that is verified.</summary>
public sealed class TrustedKeys
{
    private readonly Dictionary<string, TrustedKey> _byId;

    /// <summary>These keys.</summary>
    /// <exception cref="ArgumentException">Two entries are about one key.</exception>
    public TrustedKeys(IReadOnlyList<TrustedKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        All = keys;
        _byId = keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
        Verifiers = [.. keys.Select(k => k.Key)];
    }

    /// <summary>All of them, revoked ones too: what they signed before stays verifiable.</summary>
    public IReadOnlyList<TrustedKey> All { get; }

    /// <summary>Those whose signatures are looked for.</summary>
    public IReadOnlyList<P256PublicKey> Verifiers { get; }

    /// <summary>Keys of which nothing but the key is known: each an identity of its own, with every role.</summary>
    public static TrustedKeys OfPlain(IEnumerable<P256PublicKey> keys) =>
        new([.. keys.Select(key => new TrustedKey(key, key.KeyId, KeyRoles.All))]);

    /// <summary>The key of that id, if it is trusted.</summary>
    public bool TryGet(string keyId, [NotNullWhen(true)] out TrustedKey? key) => _byId.TryGetValue(keyId, out key);

    /// <summary>Whose keys these are, each identity once, sorted; a key that is not trusted is nobody's.</summary>
    public IReadOnlyList<string> IdentitiesOf(IEnumerable<string> keyIds) =>
    [
        .. keyIds.Select(id => _byId.GetValueOrDefault(id)?.Identity).OfType<string>().Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
