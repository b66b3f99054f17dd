using Evidence.Ledger;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Tiles from the vault. A lock protects versions, not keys: anyone who may write can put others before and after the
/// one that belongs there. Which one does is for the hashes to say: where several stand, all are tried, the oldest
/// first. For one caller at a time.
/// </summary>
internal sealed class VaultTiles(
    IVaultStore store,
    Attempts attempts,
    Func<string, CancellationToken, Task<IReadOnlyList<ListedVersion>>> versionsOn) : ITileSource
{
    // So many versions on a few keys at once are an attack on our patience, not on the log.
    private const int MostCombinations = 256;

    private readonly Dictionary<string, int> _choices = [];
    private readonly Dictionary<string, int> _undecided = [];
    private readonly Dictionary<string, (StoredVersion Version, byte[] Bytes)> _fetched = [];
    private readonly Dictionary<string, StoredVersion> _read = [];

    /// <summary>Versions on a key, oldest first, by asking the store.</summary>
    public static async Task<IReadOnlyList<ListedVersion>> ListAsync(
        IVaultStore store, Attempts attempts, string key, CancellationToken cancellationToken)
    {
        var versions = new List<ListedVersion>();
        await foreach (var version in store.ListAllAsync(key, attempts, cancellationToken))
        {
            // The prefix also finds keys that only start with this one, and those come after it.
            if (version.At.Key != key)
            {
                break;
            }

            versions.Add(version);
        }

        versions.Reverse();
        return versions;
    }

    /// <summary>
    /// Repeats a read of the tree with other versions as long as it does not verify and there are any.
    /// </summary>
    public async Task<T> DecideAsync<T>(Func<Task<T>> read)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                var result = await read();
                _undecided.Clear();
                return result;
            }
            catch (LedgerException) when (tried < MostCombinations && TryNext())
            {
            }
        }
    }

    /// <summary>The version that was read under a key, once what was read has verified.</summary>
    public StoredVersion? VersionOf(string key) => _read.GetValueOrDefault(key);

    /// <summary>
    /// Fetches what stands under a key, ahead of its turn; safe beside everything else here. Null where nothing stands
    /// or there is a choice.
    /// </summary>
    public async Task<Fetched?> FetchAsync(string key, CancellationToken cancellationToken)
    {
        var versions = await ContentsAsync(key, cancellationToken);
        return versions.Count == 1
            && await store.DownloadAsync(versions[0], attempts, cancellationToken) is { } content
                ? new Fetched(key, content)
                : null;
    }

    /// <summary>Hands over what was fetched, to be read next.</summary>
    public void Keep(Fetched fetched)
    {
        if (!_read.ContainsKey(fetched.Key))
        {
            _fetched[fetched.Key] = fetched.Content;
        }
    }

    public ValueTask<ReadOnlyMemory<byte>> ReadTileAsync(TileId tile, CancellationToken cancellationToken) =>
        ReadAsync(VaultKeys.Tile(tile), cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>> ReadEntriesAsync(
        EntryBundleId bundle, CancellationToken cancellationToken) =>
        ReadAsync(VaultKeys.Bundle(bundle), cancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (!_fetched.Remove(key, out var content))
        {
            var versions = await ContentsAsync(key, cancellationToken);
            if (versions.Count == 0)
            {
                throw new LedgerVerificationException($"\"{key}\" is not in {store.Name}.");
            }

            if (versions.Count > 1)
            {
                _undecided[key] = versions.Count;
            }

            var chosen = versions[_choices.GetValueOrDefault(key)];
            content = await store.DownloadAsync(chosen, attempts, cancellationToken)
                ?? throw new LedgerVerificationException(
                    $"{chosen.At} cannot be read from {store.Name} as it is listed.");
        }

        _read[key] = content.Version;
        return content.Bytes;
    }

    private async Task<List<ListedVersion>> ContentsAsync(string key, CancellationToken cancellationToken)
    {
        var versions = await versionsOn(key, cancellationToken);
        return [.. versions.Where(v => !v.IsDeleteMarker && v.Size <= EntryBundle.MaximumLength)];
    }

    /// <summary>Counts through the combinations of what is undecided.</summary>
    private bool TryNext()
    {
        foreach (var (key, count) in _undecided)
        {
            _choices[key] = (_choices.GetValueOrDefault(key) + 1) % count;
            if (_choices[key] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands under a key.</summary>
    internal sealed record Fetched(string Key, (StoredVersion Version, byte[] Bytes) Content);
}
