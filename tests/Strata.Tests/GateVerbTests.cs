using System.Globalization;
using Amazon.S3.Model;
using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary>Gates as their users decide them, on a real server.</summary>
public sealed class GateVerbTests(RealServices services) : IClassFixture<RealServices>, IAsyncLifetime
{
    private const string Bucket = "strata-local-evidence";

    private static StrataProcess Strata => new(RealServices.Folder);

    public async Task InitializeAsync()
    {
        if (RealServicesFactAttribute.SkipReason is null)
        {
            using var client = S3.Client(services.Connections.S3Endpoint, services.Connections.S3);
            if ((await client.ListBucketsAsync()).Buckets?.Any(b => b.BucketName == Bucket) is not true)
            {
                await client.PutBucketAsync(
                    new PutBucketRequest { BucketName = Bucket, ObjectLockEnabledForBucket = true });
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [RealServicesFact]
    public async Task A_gate_says_what_is_missing_and_is_recorded_and_a_workstream_moves_it()
    {
        (await Strata.RunAsync("workstream", "set", "cost", "in-progress")).Ended(ExitCodes.Done);
        var listed = (await Strata.RunAsync("workstream", "list", "--json")).Ended(ExitCodes.Done).Json;
        var decided = (await Strata.RunAsync("gate", "launch", "--json"))
            .Ended(ExitCodes.Finding).Said("Missing: ").Json;

        Assert.Contains(listed.GetProperty("workstreams").EnumerateArray(), w =>
            w.GetProperty("name").GetString() == "cost" && w.GetProperty("state").GetString() == "in-progress");
        Assert.False(decided.GetProperty("decision").GetProperty("passed").GetBoolean());
        var id = decided.GetProperty("record").GetProperty("id").GetString() ?? "";
        (await Strata.RunAsync("evidence", "verify", id)).Ended(ExitCodes.Done);
        var markdown = (await Strata.RunAsync("gate", "launch", "--markdown")).Ended(ExitCodes.Finding);
        Assert.Contains("| MISSING | cost |", markdown.Output, StringComparison.Ordinal);
        var sarif = (await Strata.RunAsync("gate", "launch", "--sarif")).Ended(ExitCodes.Finding).Json;
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        (await Strata.RunAsync("gate", "launch", "--at", "2020-01-01")).Ended(ExitCodes.Finding);
    }

    [RealServicesFact]
    public async Task A_waiver_is_asked_for_and_not_approved_by_who_asked()
    {
        var expires = TimeProvider.System.GetUtcNow().AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var asked = (await Strata.RunAsync(
            "waiver", "request", "launch", "cost", "--subject", "release 1", "--reason", "late", "--ticket", "OPS-1",
            "--expires", expires, "--json")).Ended(ExitCodes.Done).Json;
        var id = asked.GetProperty("record").GetProperty("id").GetString() ?? "";

        (await Strata.RunAsync("waiver", "approve", id, "--by", "evidence-signing"))
            .Ended(ExitCodes.BadInput).Said("nobody approves their own request");

        var listed = (await Strata.RunAsync("waiver", "list", "--json")).Ended(ExitCodes.Done).Json;
        Assert.Contains(listed.GetProperty("waivers").EnumerateArray(), w =>
            w.GetProperty("id").GetString() == id
            && w.GetProperty("refusal").GetString() == "Nobody has approved it.");
    }

    [Theory]
    [InlineData("one of the two", "gate")]
    [InlineData("one of the two", "gate", "launch", "--expected")]
    [InlineData("Did you mean \"launch\"?", "gate", "lunch")]
    [InlineData("is no time", "gate", "launch", "--at", "yesterday")]
    [InlineData(
        "There are:", "waiver", "request", "launch", "scans", "--subject", "x", "--reason", "x", "--ticket", "x",
        "--expires", "2027-01-01")]
    [InlineData("in-progress", "workstream", "set", "cost", "finished")]
    [InlineData("There is no workstream", "workstream", "set", "costs-of-all", "done")]
    public async Task Bad_input_is_answered_with_a_sentence(string sentence, params string[] arguments) =>
        (await Strata.RunAsync(arguments)).Ended(ExitCodes.BadInput).Said(sentence);
}
