using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Pipeline.Signing;
using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary>The verbs of custody as their users run them, on a real server.</summary>
public sealed class CustodyVerbTests(RealServices services) : IClassFixture<RealServices>, IAsyncLifetime, IDisposable
{
    private const string Bucket = "strata-local-evidence";

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("strata-custody-files-");

    private static StrataProcess Strata => new(RealServices.Folder);

    public async Task InitializeAsync()
    {
        if (RealServicesFactAttribute.SkipReason is null)
        {
            using var client = Client();
            if ((await client.ListBucketsAsync()).Buckets?.Any(b => b.BucketName == Bucket) is not true)
            {
                await client.PutBucketAsync(
                    new PutBucketRequest { BucketName = Bucket, ObjectLockEnabledForBucket = true });
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _files.Delete(recursive: true);

    [RealServicesFact]
    public async Task An_observation_is_recorded_and_what_was_put_on_a_locked_key_is_a_finding()
    {
        var payload = (await AddAsync(Write($"observed {Guid.CreateVersion7()}"))).GetProperty("payload");
        using var client = Client();
        await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = Bucket,
            Key = payload.GetProperty("key").GetString(),
            ContentBody = "the forgery",
        });

        var seen = (await Strata.RunAsync("evidence", "observe", "--json")).Ended(ExitCodes.Finding).Json;

        Assert.Contains(seen.GetProperty("findings").EnumerateArray(), f =>
            f.GetProperty("finding").GetString() == "foreign-version"
            && f.GetProperty("key").GetString() == payload.GetProperty("key").GetString());
        var id = seen.GetProperty("record").GetProperty("id").GetString() ?? "";
        (await Strata.RunAsync("evidence", "verify", id)).Ended(ExitCodes.Done);
        (await Strata.RunAsync("evidence", "observe", "--digests", "0"))
            .Ended(ExitCodes.Finding).Said("findings in").Said("Recorded as entry");
    }

    [RealServicesFact]
    public async Task A_hold_is_put_on_by_one_and_released_by_another()
    {
        var added = await AddAsync(Write($"held {Guid.CreateVersion7()}"));
        var id = added.GetProperty("id").GetString() ?? "";
        foreach (var name in (string[])["holder", "releaser"])
        {
            if (!File.Exists(Path.Combine(RealServices.Folder, "keys", $"{name}.pem")))
            {
                (await Strata.RunAsync("evidence", "key", "new", name, "--role", "hold-officer", "--role", "log"))
                    .Ended(ExitCodes.Done);
            }
        }

        string[] hold = ["evidence", "hold", id, "--matter", "case 7", "--reason", "counsel", "--by", "holder"];
        var placed = (await Strata.RunAsync([.. hold, "--json"])).Ended(ExitCodes.Done).Json;
        (await Strata.RunAsync(hold)).Ended(ExitCodes.Done).Said("recorded before");
        Assert.True(await IsHeldAsync(added));
        var record = await RecordAtAsync(placed.GetProperty("index").GetInt64());

        string[] release = ["evidence", "release", record, "--reason", "over", "--by"];
        (await Strata.RunAsync([.. release, "holder"])).Ended(ExitCodes.BadInput).Said("nobody releases their own");
        Assert.True(await IsHeldAsync(added));
        (await Strata.RunAsync([.. release, "releaser"])).Ended(ExitCodes.Done);

        Assert.False(await IsHeldAsync(added));
        (await Strata.RunAsync("evidence", "verify", id, record)).Ended(ExitCodes.Done);
    }

    [RealServicesFact]
    public async Task Keys_are_made_listed_replaced_revoked_and_written_as_a_trust_file()
    {
        var strata = Strata;
        var name = $"key-{Guid.CreateVersion7():N}";
        var made = (await strata.RunAsync("evidence", "key", "new", name, "--identity", "carol", "--json"))
            .Ended(ExitCodes.Done).Json;
        (await strata.RunAsync("evidence", "key", "new", name)).Ended(ExitCodes.BadInput).Said("already");
        (await strata.RunAsync("evidence", "key", "new", "x", "--role", "king"))
            .Ended(ExitCodes.BadInput).Said("no role");
        var rotated = (await strata.RunAsync("evidence", "key", "rotate", name, "--json")).Ended(ExitCodes.Done).Json;
        Assert.NotEqual(made.GetProperty("id").GetString(), rotated.GetProperty("key").GetProperty("id").GetString());
        (await strata.RunAsync("evidence", "key", "revoke", name, "--reason", "a test", "--by", name))
            .Ended(ExitCodes.Done);
        (await strata.RunAsync("evidence", "observe", "--by", name)).Ended(ExitCodes.BadInput).Said("revoked it");
        var listed = (await strata.RunAsync("evidence", "key", "list", "--json")).Ended(ExitCodes.Done).Json;
        var old = listed.GetProperty("keys").EnumerateArray()
            .Single(k => k.GetProperty("id").GetString() == made.GetProperty("id").GetString());
        Assert.Equal("carol", old.GetProperty("identity").GetString());
        Assert.Equal(
            rotated.GetProperty("key").GetProperty("id").GetString(), old.GetProperty("replacedBy").GetString());
        var trust = Path.Combine(_files.FullName, "trust.yaml");
        (await strata.RunAsync("evidence", "key", "trust", "--out", trust)).Ended(ExitCodes.Done);
        var read = TrustFile.Load(trust);
        Assert.Equal($"strata.dev/ledger/{Bucket}", read.Origin);
        Assert.Contains(read.Keys.All, k => k.RevokedAt is not null && k.Identity == "carol");
    }

    [RealServicesFact]
    public async Task What_is_not_over_is_neither_shown_nor_deleted()
    {
        var payload = (await AddAsync(Write($"kept {Guid.CreateVersion7()}"))).GetProperty("payload");
        if (!File.Exists(Path.Combine(RealServices.Folder, "keys", "custodian.pem")))
        {
            (await Strata.RunAsync("evidence", "key", "new", "custodian", "--role", "custodian", "--role", "log"))
                .Ended(ExitCodes.Done);
        }

        Assert.DoesNotContain(
            payload.GetProperty("key").GetString() ?? "",
            (await Strata.RunAsync("evidence", "dispose")).Ended(ExitCodes.Done).Output,
            StringComparison.Ordinal);
        var run = (await Strata.RunAsync("evidence", "dispose", "--by", "custodian", "--json"))
            .Ended(ExitCodes.Done).Json;
        Assert.Equal(0, run.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("observe", "--digests", "101", "0 to 100")]
    [InlineData("observe", "--by", "../key", "no name of a signing key")]
    [InlineData("observe", "--by", "nobody", "There is no signing key")]
    [InlineData("add", "--kind", "legal-hold", "the verb that establishes it writes")]
    public async Task Wrong_usage_is_answered_with_a_sentence(
        string verb, string option, string value, string sentence)
    {
        string[] rest = verb == "add" ? ["--control", "NIST-AU-9", Write("x")] : [];
        // The services' folder holds no key before somebody adds: a name is refused before anything is asked for.
        (await Strata.RunAsync(["evidence", verb, option, value, .. rest])).Ended(ExitCodes.BadInput).Said(sentence);
    }

    private static async Task<JsonElement> AddAsync(string file, params IEnumerable<string> rest) =>
        (await Strata.RunAsync(
            ["evidence", "add", "--kind", "document", "--control", "NIST-AU-9", "--json", file, .. rest]))
            .Ended(ExitCodes.Done).Json.GetProperty("recorded")[0];

    private static async Task<string> RecordAtAsync(long index) =>
        (await Strata.RunAsync("evidence", "list", "--json")).Ended(ExitCodes.Done).Json.GetProperty("records")
            .EnumerateArray().Single(r => r.GetProperty("record").GetProperty("index").GetInt64() == index)
            .GetProperty("id").GetString() ?? "";

    private async Task<bool> IsHeldAsync(JsonElement added)
    {
        using var client = Client();
        var payload = added.GetProperty("payload");
        var head = await client.GetObjectMetadataAsync(
            Bucket, payload.GetProperty("key").GetString(), payload.GetProperty("versionId").GetString());
        return head.ObjectLockLegalHoldStatus == ObjectLockLegalHoldStatus.On;
    }

    private AmazonS3Client Client() => S3.Client(services.Connections.S3Endpoint, services.Connections.S3);

    private string Write(string text)
    {
        var path = Path.Combine(_files.FullName, $"{Guid.CreateVersion7()}.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
