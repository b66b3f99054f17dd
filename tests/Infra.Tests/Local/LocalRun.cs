using Amazon.S3.Model;
using Infra.Automation.Local;
using Npgsql;
using Tests.Support;

namespace Infra.Tests.Local;

/// <summary>Services of a test's own, on a store that survives restarts, with one object and one row to lose.</summary>
public sealed class LocalRun
{
    private const string Bucket = "kept";

    public LocalRun() => Settings = TemporaryServices.Settings(Folder, StoreKind.Bluestore);

    public string Folder { get; } = TemporaryServices.Create();

    public LocalSettings Settings { get; }

    public List<string> Told { get; } = [];

    public LocalServices Services() => new(Settings, TimeProvider.System, new Listener(Told));

    public Task<LocalConnections> UpAsync() => Services().UpAsync(CancellationToken.None);

    public Task DownAsync(bool purge = false) => Services().DownAsync(purge, CancellationToken.None);

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    public int PidOf(string daemon) => ProcessId.ReadFile(PathOf($"run/{daemon}.pid"))?.Pid ?? 0;

    public static async Task PutAsync(LocalConnections connections)
    {
        using var s3 = S3.Client(connections.S3Endpoint, connections.S3);
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = Bucket, ObjectLockEnabledForBucket = true });
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "object", ContentBody = "kept" });
        await ScalarAsync(connections, "CREATE TABLE kept AS SELECT 'kept' AS value");
    }

    public static async Task DemandKeptAsync(LocalConnections connections)
    {
        using var s3 = S3.Client(connections.S3Endpoint, connections.S3);
        using var found = await s3.GetObjectAsync(Bucket, "object");
        using var reader = new StreamReader(found.ResponseStream);
        Assert.Equal("kept", await reader.ReadToEndAsync());
        Assert.Equal("kept", await ScalarAsync(connections, "SELECT value FROM kept"));
    }

    private static async Task<object?> ScalarAsync(LocalConnections connections, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connections.PostgresConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private sealed class Listener(List<string> told) : IProgress<string>
    {
        public void Report(string value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }
}
