using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Evidence.Ledger;

namespace Evidence.Pipeline.Vault;

/// <summary>Reading that every part of the pipeline needs.</summary>
internal static class VaultReading
{
    private const int HashBuffer = 256 * 1024;

    /// <summary>Hashes a stream without holding it.</summary>
    public static async Task<Sha256Hash> HashAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(HashBuffer);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new Sha256Hash(hash.GetHashAndReset());
    }

    /// <summary>Reads a version to its end: its digest, and what the store says about it in the same answer.</summary>
    public static async Task<(StoredVersion Version, Sha256Hash Digest)> DigestAsync(
        this IVaultStore store, VaultLocation at, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(at, cancellationToken);
        return (content.Version, await HashAsync(content.Body, cancellationToken));
    }

    /// <summary>
    /// Reads a version whole, if it is as small as it was listed to be. Null if it is not, or gone since.
    /// </summary>
    public static Task<(StoredVersion Version, byte[] Bytes)?> DownloadAsync(
        this IVaultStore store, ListedVersion listed, Attempts attempts, CancellationToken cancellationToken)
    {
        return attempts.RunAsync(ReadAsync, listed.Size, $"read {listed.At}", cancellationToken);

        async Task<(StoredVersion, byte[])?> ReadAsync(CancellationToken stop)
        {
            try
            {
                await using var content = await store.OpenAsync(listed.At, stop);
                if (content.Version.Size != listed.Size)
                {
                    return null;
                }

                var bytes = new byte[listed.Size];
                await content.Body.ReadExactlyAsync(bytes, stop);
                return (content.Version, bytes);
            }
            catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
            {
                return null;
            }
        }
    }

    /// <summary>Everything under a prefix, page by page; a page that fails is asked for again.</summary>
    public static IAsyncEnumerable<ListedVersion> ListAllAsync(
        this IVaultStore store, string prefix, Attempts attempts, CancellationToken cancellationToken) =>
        store.ListAllAsync(prefix, after: null, attempts, cancellationToken);

    /// <summary>Everything under a prefix, beyond <paramref name="after"/>.</summary>
    public static async IAsyncEnumerable<ListedVersion> ListAllAsync(
        this IVaultStore store,
        string prefix,
        PageEnd? after,
        Attempts attempts,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = after;
        do
        {
            var page = await attempts.RunAsync(
                stop => store.ListVersionsAsync(prefix, end, stop), 0, $"list \"{prefix}\"", cancellationToken);
            foreach (var version in page.Versions)
            {
                yield return version;
            }

            end = page.End;
        }
        while (end is not null);
    }
}
