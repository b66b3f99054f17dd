using Evidence.Ledger;
using Evidence.Pipeline.Sources;

namespace Evidence.Pipeline.Vault;

/// <summary>One object to write: where, what, and under which lock.</summary>
/// <param name="Key">Key within the bucket. Holds the digest, so that a key never means two contents.</param>
/// <param name="Source">Where the bytes come from.</param>
/// <param name="Digest">SHA-256 that the bytes must have, when they are sent and when they are read back.</param>
/// <param name="MediaType">Their media type.</param>
/// <param name="Lock">The lock the version must be under before anyone is told of it.</param>
public sealed record VaultWrite(
    string Key, IPayloadSource Source, Sha256Hash Digest, string MediaType, ObjectLock Lock);
