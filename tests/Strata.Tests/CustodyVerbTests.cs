using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
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

    private AmazonS3Client Client() => S3.Client(services.Connections.S3Endpoint, services.Connections.S3);

    private string Write(string text)
    {
        var path = Path.Combine(_files.FullName, $"{Guid.CreateVersion7()}.txt");
        File.WriteAllText(path, text);
        return path;
    }
}
