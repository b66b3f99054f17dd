using System.Collections.Concurrent;
using Amazon.S3;
using Evidence.Ledger;
using Evidence.Pipeline;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Evidence.Tests.Log;
using Npgsql;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>Eight processes append to one log on the real servers while they are killed at random.</summary>
public sealed class KilledWritersTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private const int Processes = 8;
    private const int Appends = 500;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(9);

    private readonly PipelineFixture _fixture = new(services.Connections.PostgresConnectionString);
    private readonly ConcurrentDictionary<Sha256Hash, long> _acknowledged = [];
    private readonly ConcurrentQueue<string> _failures = [];

    public void Dispose() => _fixture.Dispose();

    [RealServicesFact]
    [Trait("tier", "slow")]
    public async Task Killing_writers_at_random_loses_nothing_acknowledged_and_never_forks_the_log()
    {
        var settings = await SettingsAsync();
        var kills = await KillAtRandomAsync(settings).WaitAsync(_longest);

        Assert.Empty(_failures);
        Assert.True(kills >= 20, $"Only {kills} processes were killed.");
        using var store = new RealVault(services).Store(settings.Bucket);
        await using var database = NpgsqlDataSource.Create(settings.Postgres);
        var heads = new PostgresHeadStore(database, EvidencePipeline.OriginOf(settings.Bucket), new VaultBudget());
        var pipeline = settings.Pipeline(store, heads);

        // A restart needs no repair.
        var last = await pipeline.AddAsync(PipelineFixture.Item("last"), CancellationToken.None);
        var verdicts = await PipelineFixture.VerifyAsync(pipeline);

        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
        Assert.Equal(Enumerable.Range(0, verdicts.Count).Select(i => (long)i), verdicts.Select(v => v.Place.Index));
        var there = verdicts.ToDictionary(v => v.Record?.Id ?? default, v => v.Place.Index);
        Assert.All(_acknowledged, a => Assert.Equal(a.Value, there[a.Key]));
        Assert.Equal(verdicts.Count - 1, last.Record.Index);
        await AssertOneContentPerKeyAsync(store);
    }

    private async Task<int> KillAtRandomAsync(AppendingProcess.Settings settings)
    {
        var writers = new List<AppendingProcess>();
        var started = 0;
        var kills = 0;
        try
        {
            while (_acknowledged.Count < Appends && _failures.IsEmpty)
            {
                while (writers.Count < Processes)
                {
                    writers.Add(AppendingProcess.Start(
                        settings with { Writer = $"writer {started++}" },
                        (id, index) => _acknowledged.TryAdd(id, index),
                        _failures.Enqueue));
                }

                await Task.Delay(Random.Shared.Next(200, 5000));
                var victim = writers[Random.Shared.Next(writers.Count)];
                victim.Kill();
                victim.Dispose();
                writers.Remove(victim);
                kills++;
            }
        }
        finally
        {
            writers.ForEach(w => w.Dispose());
        }

        return kills;
    }

    private async Task<AppendingProcess.Settings> SettingsAsync()
    {
        var vault = new RealVault(services);
        var connections = services.Connections;
        return new AppendingProcess.Settings(
            "test",
            connections.S3Endpoint.ToString(),
            connections.S3.AccessKey,
            connections.S3.SecretKey,
            await vault.BucketAsync(ObjectLockRetentionMode.Compliance),
            await vault.BucketAsync(), // Versioned, as the environment's is: this server ignores conditions there.
            connections.PostgresConnectionString,
            _fixture.Keys,
            _fixture.Trust);
    }

    /// <summary>Of everything in the ledger that was written more than once, all versions are the same bytes.</summary>
    private static async Task AssertOneContentPerKeyAsync(S3VaultStore store)
    {
        var contents = new Dictionary<string, Sha256Hash>();
        PageEnd? end = null;
        do
        {
            var page = await store.ListVersionsAsync(VaultKeys.Ledger, end, CancellationToken.None);
            foreach (var twice in page.Versions.GroupBy(v => v.At.Key).Where(g => g.Count() > 1).SelectMany(g => g))
            {
                await using var content = await store.OpenAsync(twice.At, CancellationToken.None);
                using var bytes = new MemoryStream();
                await content.Body.CopyToAsync(bytes);
                var digest = Sha256Hash.Of(bytes.ToArray());
                Assert.True(contents.TryAdd(twice.At.Key, digest) || contents[twice.At.Key] == digest, twice.At.Key);
            }

            end = page.End;
        }
        while (end is not null);
    }
}
