using System.Text;
using System.Text.Json;
using Evidence.Pipeline;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;
using Npgsql;

namespace Evidence.Tests;

/// <summary>A pipeline with folders of its own, on any store.</summary>
/// <param name="postgres">The database for the heads of real stores; null where the store is in memory.</param>
public sealed class PipelineFixture(string? postgres = null) : IDisposable
{
    private readonly NpgsqlDataSource? _database = postgres is null ? null : NpgsqlDataSource.Create(postgres);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-evidence-");

    public static VaultBudget Quick { get; } = new()
    {
        Attempts = 3,
        FirstPause = TimeSpan.FromMilliseconds(20),
        Call = TimeSpan.FromSeconds(20),
    };

    /// <summary>Nobody in this process is slow for long.</summary>
    public static LedgerBudget Impatient { get; } = new()
    {
        Patience = TimeSpan.FromMilliseconds(100),
        FirstPause = TimeSpan.FromMilliseconds(5),
    };

    public string Keys => Path.Combine(_folder.FullName, "keys");

    public string Trust => Path.Combine(_folder.FullName, "trust");

    public EvidencePipeline On(IVaultStore store, VaultBudget? budget = null) => On(store, HeadsOf(store), budget);

    public EvidencePipeline On(
        IVaultStore store, IHeadStore heads, VaultBudget? budget = null, TimeProvider? time = null) => new(
        store,
        heads,
        new PipelineSettings
        {
            Environment = "local",
            DefaultRetention = new RetentionClass { Name = "default", Mode = LockMode.Compliance, Days = 1 },
            Collector = new Collector { Version = "1.2.3", User = "tester", Host = "machine" },
            Signers = new LocalSigners(Keys, new TrustFolder(Trust), TimeProvider.System),
            TrustFolder = Trust,
            Budget = budget ?? Quick,
            Ledger = store is StrictMemoryStore ? Impatient : new LedgerBudget(),
        },
        time ?? TimeProvider.System);

    /// <summary>A pipeline on a machine, and a store, with another clock.</summary>
    public EvidencePipeline On(StrictMemoryStore store, TimeProvider time)
    {
        store.Time = time;
        return On(store, store.Heads, budget: null, time);
    }

    public static EvidenceItem Item(string name, string content = "content") =>
        Item(name, Encoding.UTF8.GetBytes($"{name}: {content}"));

    public static EvidenceItem Item(string name, byte[] bytes) =>
        EvidenceItem.FromBytes(name, bytes, "text/plain", "document", ["SOC2-CC7.1"]);

    /// <summary>Makes the key of somebody who may do something.</summary>
    public Task<TrustedKey> KeyAsync(string name, params KeyRole[] roles) => KeyAsync(name, name, roles);

    public Task<TrustedKey> KeyAsync(string name, string identity, params KeyRole[] roles) =>
        LocalSigningKey.CreateAsync(
            Keys,
            name,
            identity,
            roles.ToHashSet(),
            new TrustFolder(Trust),
            TimeProvider.System,
            CancellationToken.None);

    /// <summary>Puts a fact into the ledger that no verb would have written.</summary>
    public async Task<EvidenceReceipt> AppendFactAsync<T>(EvidencePipeline pipeline, string by, string kind, T fact)
    {
        using var signer = LocalSigningKey.Open(Keys, by, new TrustFolder(Trust));
        var json = JsonSerializer.SerializeToElement(fact, typeof(T), FactJson.Default);
        return await pipeline.AddAsync(
            EvidenceItem.FromFact(kind, kind, json, ["NIST-AU-9"]), signer, CancellationToken.None);
    }

    /// <summary>A file in the fixture's folder.</summary>
    public string File(string name, params ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public static async Task<List<RecordVerdict>> VerifyAsync(EvidencePipeline pipeline, params string[] ids)
    {
        var verdicts = new List<RecordVerdict>();
        await foreach (var verdict in pipeline.VerifyAsync(ids, CancellationToken.None))
        {
            verdicts.Add(verdict);
        }

        return verdicts;
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _database?.Dispose();
    }

    private IHeadStore HeadsOf(IVaultStore store) => (store, _database) switch
    {
        (StrictMemoryStore memory, _) => memory.Heads,
        (_, { } database) => new PostgresHeadStore(database, EvidencePipeline.OriginOf(store.Bucket), Quick),
        _ => throw new InvalidOperationException("A real store needs a database for its heads."),
    };
}
