using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Log;

/// <summary>The ledger as one listing shows it, with what is known about it so far.</summary>
internal sealed class LedgerView
{
    private readonly Dictionary<string, List<ListedVersion>> _versions = [];
    private readonly List<PublishedCheckpoint> _trusted = [];
    private readonly List<Finding> _findings = [];

    public LedgerView(IVaultStore store, Attempts attempts) =>
        Tiles = new VaultTiles(store, attempts, (key, _) => Task.FromResult(On(key)));

    /// <summary>Its tiles.</summary>
    public VaultTiles Tiles { get; }

    /// <summary>Its tree, or null if it has none that verifies.</summary>
    public VerifiedTree? Tree { get; set; }

    /// <summary>The checkpoint that everything is verified against; null of a ledger without entries.</summary>
    public PublishedCheckpoint? Newest { get; private set; }

    /// <summary>All checkpoints that trusted keys signed, in the order of sizes.</summary>
    public IReadOnlyList<PublishedCheckpoint> Trusted => _trusted;

    /// <summary>What is wrong with the ledger as a whole.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Where the ledger is, for whoever reports about all of it.</summary>
    public VaultLocation At => Newest?.Version.At ?? new VaultLocation(VaultKeys.Ledger, "");

    public void Add(ListedVersion version)
    {
        if (!_versions.TryGetValue(version.At.Key, out var onKey))
        {
            _versions[version.At.Key] = onKey = [];
        }

        onKey.Insert(0, version); // Listed newest first, wanted oldest first.
    }

    /// <summary>Everything on a key, oldest first.</summary>
    public IReadOnlyList<ListedVersion> On(string key) => _versions.GetValueOrDefault(key, []);

    public async IAsyncEnumerable<ListedVersion> Checkpoints()
    {
        await Task.CompletedTask;
        foreach (var version in _versions.Values.SelectMany(v => v))
        {
            if (version.At.Key.StartsWith(VaultKeys.Checkpoints, StringComparison.Ordinal))
            {
                yield return version;
            }
        }
    }

    public void Trust(PublishedCheckpoint published)
    {
        _trusted.Add(published);
        if (published.Checkpoint.Size > (Newest?.Checkpoint.Size ?? 0))
        {
            Newest = published;
        }
    }

    public void Find(FindingCode code, string reason) => _findings.Add(new Finding(code, reason));
}
