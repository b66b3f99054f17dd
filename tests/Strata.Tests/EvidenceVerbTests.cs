using System.Diagnostics;
using System.Globalization;
using Amazon.S3.Model;
using Strata.Cli;
using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary><c>strata evidence</c> as its users run it, on a real server.</summary>
public sealed class EvidenceVerbTests(RealServices services) : IClassFixture<RealServices>, IAsyncLifetime, IDisposable
{
    private const string Bucket = "strata-local-evidence";
    private const long MostMemory = 200L * 1024 * 1024;
    private const long LargeFile = 512L * 1024 * 1024;

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("strata-evidence-files-");

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

    public void Dispose() => _files.Delete(recursive: true);

    [RealServicesFact]
    public async Task What_is_added_is_listed_shown_and_verified()
    {
        var file = Write("報告 📄.txt", "what happened");

        var added = (await AddAsync(file, "--json")).Ended(ExitCodes.Done).Json.GetProperty("recorded")[0];
        var id = added.GetProperty("id").GetString() ?? "";
        Assert.Equal("COMPLIANCE", added.GetProperty("lock").GetProperty("mode").GetString());

        var listed = (await Strata.RunAsync("evidence", "list", "--kind", "document", "--json"))
            .Ended(ExitCodes.Done).Json;
        Assert.Contains(listed.GetProperty("records").EnumerateArray(), r => r.GetProperty("id").GetString() == id);
        var shown = (await Strata.RunAsync("evidence", "show", id[..10], "--json")).Ended(ExitCodes.Done).Json;
        Assert.Equal("報告 📄.txt", shown.GetProperty("name").GetString());
        var index = shown.GetProperty("ledger").GetProperty("index").GetInt64();
        Assert.Equal(added.GetProperty("record").GetProperty("index").GetInt64(), index);
        var proof = Path.Combine(_files.FullName, "proof.tlog-proof");
        (await Strata.RunAsync("evidence", "proof", id, "--out", proof)).Ended(ExitCodes.Done);
        var begin = $"c2sp.org/tlog-proof@v1\nindex {index}\n";
        Assert.StartsWith(begin, await File.ReadAllTextAsync(proof), StringComparison.Ordinal);
        (await Strata.RunAsync("evidence", "proof", id, "--out", proof))
            .Ended(ExitCodes.BadInput).Said("Name another file");
        var text = (await Strata.RunAsync("evidence", "show", id)).Ended(ExitCodes.Done).Output;
        Assert.Contains("報告 📄.txt", text, StringComparison.Ordinal);
        var verified = (await Strata.RunAsync("evidence", "verify", id, "--json")).Ended(ExitCodes.Done).Json;
        Assert.Equal(1, verified.GetProperty("verified").GetInt32());
    }

    [RealServicesFact]
    public async Task Tampering_is_a_finding_with_its_reason()
    {
        var added = (await AddAsync(Write("victim.txt", $"victim {Guid.CreateVersion7()}"), "--json")).Ended(
            ExitCodes.Done);
        var receipt = added.Json.GetProperty("recorded")[0];
        var id = receipt.GetProperty("id").GetString() ?? "";
        using var client = S3.Client(services.Connections.S3Endpoint, services.Connections.S3);
        await client.DeleteObjectAsync(Bucket, receipt.GetProperty("payload").GetProperty("key").GetString());

        var text = (await Strata.RunAsync("evidence", "verify", id)).Ended(ExitCodes.Finding);
        Assert.Contains("FAILED", text.Output, StringComparison.Ordinal);
        var json = (await Strata.RunAsync("evidence", "verify", id, "--json")).Ended(ExitCodes.Finding).Json;
        var finding = json.GetProperty("failed")[0].GetProperty("findings")[0];
        Assert.Equal("delete-marker", finding.GetProperty("code").GetString());
        Assert.Contains("still served", finding.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_cannot_be_evidence_are_all_named_and_nothing_is_stored()
    {
        var result = await AddAsync(Write("empty", ""), "nowhere.txt", _files.FullName);

        result.Ended(ExitCodes.BadInput).Said("empty file proves nothing").Said("no file \"nowhere.txt\"")
            .Said("is a directory").Said("Nothing was stored.");
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("--kind", "documnt", "--control", "NIST-AU-9", "Did you mean \"document\"")]
    [InlineData("--kind", "document", "--control", "NIST-AU-99", "Did you mean \"NIST-AU-9\"")]
    public async Task What_is_not_in_the_catalogue_is_refused_with_a_guess(
        string option, string value, string other, string otherValue, string sentence) =>
        (await Strata.RunAsync("evidence", "add", Write("a", "a"), option, value, other, otherValue))
            .Ended(ExitCodes.BadInput).Said(sentence);

    [Fact]
    public async Task Without_services_the_next_step_is_said()
    {
        var nothing = new StrataProcess(_files.CreateSubdirectory("nothing").FullName);

        (await nothing.RunAsync("evidence", "list")).Ended(ExitCodes.Unreachable).Said("strata local up");
    }

    [RealServicesFact]
    public async Task A_store_can_be_probed() =>
        Assert.True((await Strata.RunAsync("evidence", "probe", "--json"))
            .Ended(ExitCodes.Done).Json.GetProperty("isVault").GetBoolean());

    [RealServicesFact]
    public async Task A_run_that_is_killed_is_completed_by_the_next()
    {
        string[] files = [.. Enumerable.Range(0, 600).Select(i => Write($"killed-{i}", $"{i} {_files.Name}"))];
        for (var patience = 700; patience <= 2500; patience += 600)
        {
            using var victim = Start([.. Arguments(files)]);
            await Task.Delay(patience);
            victim.Kill();
            await victim.WaitForExitAsync();
        }

        var added = (await AddAsync([.. files, "--json"])).Ended(ExitCodes.Done).Json.GetProperty("recorded");

        Assert.Equal(files.Length, added.GetArrayLength());
        string[] ids = [.. added.EnumerateArray().Select(r => r.GetProperty("id").GetString() ?? "")];
        var verified = (await Strata.RunAsync(["evidence", "verify", "--json", .. ids])).Ended(ExitCodes.Done).Json;
        Assert.Equal(files.Length, verified.GetProperty("verified").GetInt32());
        var digests = added.EnumerateArray().Select(r => r.GetProperty("payload").GetProperty("key").GetString());
        Assert.Equal(files.Length, digests.Distinct().Count());
    }

    [RealServicesFact]
    public async Task A_large_file_is_streamed_in_constant_memory()
    {
        var file = Write("large", "not only zeros");
        using (var stream = File.OpenWrite(file))
        {
            stream.SetLength(LargeFile);
        }

        using var process = Start([.. Arguments([file])]);
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process));
            await Task.Delay(50);
        }

        Assert.Equal(ExitCodes.Done, process.ExitCode);
        Assert.InRange(peak, 1, MostMemory);
    }

    /// <summary>
    /// The most memory a process has had resident so far, as Linux counts it; 0 when it has just ended.
    /// </summary>
    private static long PeakOf(Process process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(
                l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kibibytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2] ?? "0";
            return long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static IEnumerable<string> Arguments(IEnumerable<string> rest) =>
        ["evidence", "add", "--kind", "document", "--control", "NIST-AU-9", .. rest];

    private static Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StrataCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRATA_LOCAL"] = RealServices.Folder;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static Task<StrataProcess.Result> AddAsync(params IEnumerable<string> rest) =>
        Strata.RunAsync(Arguments(rest));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_files.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
