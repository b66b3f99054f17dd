using Evidence.Ledger.Keys;

namespace Evidence.Pipeline.Signing;

/// <summary>A public key that a reader believes, with what it knows about its owner.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Identity">
/// Whose key it is. Two keys of one identity are one signer: nobody releases a hold or approves a request of their own
/// with a second key.
/// </param>
/// <param name="Roles">What it may sign.</param>
public sealed record TrustedKey(P256PublicKey Key, string Identity, IReadOnlySet<KeyRole> Roles)
{
    /// <summary>Index of the first entry that it may sign. Default 0.</summary>
    public long ValidFrom { get; init; }

    /// <summary>
    /// Index of the entry that revoked it, or null. What it signed up to there stays verifiable; nothing after it is
    /// believed. An index and not a time: a thief's clock says what the thief wants.
    /// </summary>
    public long? RevokedAt { get; init; }

    /// <summary>Id of the key that took its place, or null.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Lowercase hexadecimal SHA-256 of the key's SubjectPublicKeyInfo.</summary>
    public string Id => Key.KeyId;

    /// <summary>Why an entry of this key at <paramref name="index"/> is not believed, or null if it is.</summary>
    public string? RefusalAt(long index, KeyRole role) =>
        !Roles.Contains(role)
            ? $"The key {Id} of \"{Identity}\" made it, and may not sign as {KeyRoles.ToText(role)}."
        : index < ValidFrom
            ? $"The key {Id} of \"{Identity}\" made it, and is valid from entry {ValidFrom} on: this is {index}."
        : index > RevokedAt
            ? $"The key {Id} of \"{Identity}\" made it, and was revoked by entry {RevokedAt}: this is {index}."
        : null;
}
