using Amazon.S3.Model;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;
using Evidence.Pipeline;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Vault;
using Npgsql;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>
/// Heads on the real servers: of many who move one at the same moment, one does, and each is told the truth.
/// </summary>
public sealed class HeadStoreTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private const int Racers = 8;
    private const int Rounds = 25;

    private readonly P256KeyPair _key = P256KeyPair.Generate();
    private readonly NpgsqlDataSource _database =
        NpgsqlDataSource.Create(services.Connections.PostgresConnectionString);

    private RealVault Vault => new(services);

    public void Dispose()
    {
        _key.Dispose();
        _database.Dispose();
    }

    [RealServicesFact]
    public async Task One_of_many_moves_a_head_in_a_bucket()
    {
        var bucket = await PlainBucketAsync();
        await RaceAsync(() => Bucket(bucket));
    }

    [RealServicesFact]
    public async Task One_of_many_moves_a_head_in_postgresql()
    {
        var origin = RealServices.UniqueName("race");
        await RaceAsync(() => Rows(origin));
    }

    [RealServicesFact]
    public async Task A_row_only_follows_the_very_checkpoint_it_was_made_for()
    {
        var rows = Rows(RealServices.UniqueName("race"));
        await rows.PrepareAsync(CancellationToken.None);
        var first = await HeadAsync(0, 5);
        Assert.True(await rows.TryMoveAsync(null, first, CancellationToken.None));

        Assert.False(await rows.TryMoveAsync(await HeadAsync(0, 5), await HeadAsync(5, 7), CancellationToken.None));
        Assert.True(await rows.TryMoveAsync(first, await HeadAsync(5, 7), CancellationToken.None));
    }

    [RealServicesFact]
    public async Task A_bucket_that_ignores_conditions_is_found_out()
    {
        using var plain = Bucket(await PlainBucketAsync());
        using var versioned = Bucket(await Vault.BucketAsync());
        using var missing = Bucket("nobody-made-this");

        Assert.True(await plain.CanCreateOnceAsync(CancellationToken.None));
        Assert.True(await plain.CanCreateOnceAsync(CancellationToken.None));
        Assert.False(await versioned.CanCreateOnceAsync(CancellationToken.None));
        Assert.False(await missing.CanCreateOnceAsync(CancellationToken.None));
    }

    [RealServicesFact]
    public async Task The_bucket_is_chosen_where_it_is_able_and_postgresql_where_not_and_nothing_where_neither()
    {
        var origin = RealServices.UniqueName("chosen");
        using var plain = Bucket(await PlainBucketAsync());
        using var versioned = Bucket(await Vault.BucketAsync());
        var head = await HeadAsync(0, 5);

        await MoveAsync(new ChosenHeadStore(plain, Rows(origin)), head);
        Assert.Equal(head, await plain.ReadAsync(CancellationToken.None));
        Assert.Null(await Rows(origin).ReadAsync(CancellationToken.None));
        await MoveAsync(new ChosenHeadStore(versioned, Rows(origin)), head);
        Assert.Equal(head, await Rows(origin).ReadAsync(CancellationToken.None));

        var neither = await Assert.ThrowsAsync<EvidenceException>(
            () => MoveAsync(new ChosenHeadStore(versioned, null), head));
        Assert.Equal(EvidenceFault.Refused, neither.Fault);
        Assert.Contains("ignores If-None-Match, and there is no PostgreSQL", neither.Message, StringComparison.Ordinal);
        var both = await Assert.ThrowsAsync<EvidenceException>(
            () => new ChosenHeadStore(plain, Rows(origin)).ReadAsync(CancellationToken.None));
        Assert.Equal(EvidenceFault.Contradiction, both.Fault);
        Assert.Contains("The ledger has two heads", both.Message, StringComparison.Ordinal);
    }

    [RealServicesFact]
    public async Task A_database_that_is_down_is_said_to_be_down()
    {
        var nobody = $"Host=127.0.0.1;Port={TemporaryServices.FreePort()};Username=nobody;Database=none";
        await using var database = NpgsqlDataSource.Create(nobody);

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => new PostgresHeadStore(database, "log", PipelineFixture.Quick).ReadAsync(CancellationToken.None));

        Assert.Equal(EvidenceFault.Unreachable, error.Fault);
        Assert.Contains(
            "Could not read the ledger's head in PostgreSQL: no answer", error.Message, StringComparison.Ordinal);
    }

    [RealServicesFact]
    public async Task Many_at_once_append_to_one_log_whose_head_is_in_a_bucket()
    {
        var vault = await Vault.BucketAsync(Amazon.S3.ObjectLockRetentionMode.Compliance);
        var headBucket = await PlainBucketAsync();
        using var fixture = new PipelineFixture();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            using var store = Vault.Store(vault);
            using var heads = Bucket(headBucket);
            for (var i = 0; i < 5; i++)
            {
                await fixture.On(store, heads).AddAsync(PipelineFixture.Item($"{writer}/{i}"), CancellationToken.None);
            }
        }));

        using var reader = Vault.Store(vault);
        using var head = Bucket(headBucket);
        var verdicts = await PipelineFixture.VerifyAsync(fixture.On(reader, head));
        Assert.Equal(20, verdicts.Count);
        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
    }

    private static async Task MoveAsync(ChosenHeadStore heads, LedgerHead head)
    {
        await heads.PrepareAsync(CancellationToken.None);
        Assert.True(await heads.TryMoveAsync(null, head, CancellationToken.None));
    }

    private async Task RaceAsync(Func<IHeadStore> open)
    {
        var stores = Enumerable.Range(0, Racers).Select(_ => open()).ToList();
        await Task.WhenAll(stores.Select(s => s.PrepareAsync(CancellationToken.None)));
        LedgerHead? current = null;
        for (var round = 0; round < Rounds; round++)
        {
            var size = current?.Checkpoint.Size ?? 0;
            var moves = await Task.WhenAll(stores.Select(async (store, i) =>
            {
                var head = await HeadAsync(size, size + 1 + (i % 2));
                return (Head: head, Moved: await store.TryMoveAsync(current, head, CancellationToken.None));
            }));
            var winner = Assert.Single(moves, m => m.Moved).Head;
            Assert.Equal(winner, await stores[0].ReadAsync(CancellationToken.None));
            // Asking again is told the same: it may be that the answer was lost.
            Assert.True(await stores[1].TryMoveAsync(current, winner, CancellationToken.None));
            current = winner;
        }

        stores.OfType<IDisposable>().ToList().ForEach(s => s.Dispose());
    }

    private async Task<LedgerHead> HeadAsync(long from, long to)
    {
        var checkpoint = new Checkpoint("race", to, Sha256Hash.Of(BitConverter.GetBytes(to)));
        var note = await checkpoint.SignAsync(_key, CancellationToken.None);
        var batch = new StagedBatch("ledger/batch/00", "v", 1);
        var locked = new ObjectLock(LockMode.Compliance, DateTimeOffset.UnixEpoch.AddYears(60));
        return LedgerHead.Of(note, from, batch, locked);
    }

    private S3HeadStore Bucket(string bucket) =>
        new(Vault.Connection(bucket), PipelineFixture.Quick, TimeProvider.System);

    private PostgresHeadStore Rows(string origin) => new(_database, origin, PipelineFixture.Quick);

    private async Task<string> PlainBucketAsync()
    {
        using var client = Vault.Client();
        var bucket = RealServices.UniqueName("head");
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket });
        return bucket;
    }
}
