using Amazon.S3;
using Evidence.Pipeline;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>The pipeline on a real server: what is acknowledged is there, locked, and verifies.</summary>
public sealed class RealVaultTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private readonly PipelineFixture _fixture = new(services.Connections.PostgresConnectionString);

    private RealVault Vault => new(services);

    public void Dispose() => _fixture.Dispose();

    [RealServicesFact]
    public async Task Files_with_names_in_any_script_are_stored_listed_and_verified()
    {
        using var store = Vault.Store(await Vault.BucketAsync(ObjectLockRetentionMode.Compliance));
        var pipeline = _fixture.On(store);
        string[] names = ["報告書 📄", "with space\nand newline", "תיק‮fdp.exe", new string('長', 80), "plain.txt"];
        var items = names.Select((name, i) => EvidenceItem.FromFile(
            _fixture.File(name, BitConverter.GetBytes(i)), "document", ["NIST-AU-9"]) with
        { Hold = i % 2 == 0 });

        var result = await pipeline.AddAsync([.. items], progress: null, CancellationToken.None);

        Assert.True(result.IsComplete);
        Assert.Equal(names, result.Receipts.Select(r => r.Name));
        var verdicts = await PipelineFixture.VerifyAsync(pipeline);
        Assert.Equal(names.ToHashSet(), verdicts.Select(v => v.Record?.Subject.Name ?? "").ToHashSet());
        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
    }

    [RealServicesFact]
    public async Task A_file_in_parts_is_locked_before_it_is_acknowledged_and_found_again()
    {
        // This server ignores the lock of an upload in parts, and the bucket here has no default rule.
        using var store = Vault.Store(await Vault.BucketAsync());
        var pipeline = _fixture.On(store);
        var path = Sparse("large", (3L * PartPlan.LargestSinglePut) + 12345);
        EvidenceItem Item() => EvidenceItem.FromFile(path, "backup-report", ["SOC2-A1.2"]) with { Hold = true };

        var receipt = await pipeline.AddAsync(Item(), CancellationToken.None);
        var again = await pipeline.AddAsync(Item(), CancellationToken.None);

        var head = await store.HeadAsync(receipt.Payload.At, CancellationToken.None);
        Assert.Equal(receipt.Payload.Lock, head.Lock);
        Assert.Equal(LockMode.Compliance, head.Lock.Mode);
        Assert.True(head.Lock.Hold);
        Assert.True(again.Payload.AlreadyStored);
        Assert.Equal(receipt.Payload.At, again.Payload.At);
        Assert.All(await PipelineFixture.VerifyAsync(pipeline), v =>
            Assert.True(v.Holds, string.Join('\n', v.Findings)));
    }

    [RealServicesFact]
    public async Task A_default_rule_that_is_softer_and_cannot_be_hardened_is_said_and_not_acknowledged()
    {
        using var store = Vault.Store(await Vault.BucketAsync(ObjectLockRetentionMode.Governance));
        var pipeline = _fixture.On(store);
        var small = PipelineFixture.Item("small");
        var large = EvidenceItem.FromFile(Sparse("large", PartPlan.LargestSinglePut + 1), "document", ["NIST-AU-9"]);

        Assert.Equal(
            LockMode.Compliance, (await pipeline.AddAsync(small, CancellationToken.None)).Payload.Lock.Mode);
        var error = await Assert.ThrowsAsync<EvidenceException>(() => pipeline.AddAsync(large, CancellationToken.None));

        Assert.Equal(EvidenceFault.NotLocked, error.Fault);
        Assert.Contains("wanted COMPLIANCE", error.Message, StringComparison.Ordinal);
        Assert.Contains("states GOVERNANCE", error.Message, StringComparison.Ordinal);
        Assert.Single(await PipelineFixture.VerifyAsync(pipeline));
    }

    [RealServicesFact]
    public async Task Many_at_once_from_several_pipelines_are_all_there()
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);
        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            using var store = Vault.Store(bucket);
            var items = Enumerable.Range(0, 100).Select(i => PipelineFixture.Item($"{writer}/{i}"));
            return await _fixture.On(store).AddAsync([.. items], progress: null, CancellationToken.None);
        }));

        using var reader = Vault.Store(bucket);
        var verdicts = await PipelineFixture.VerifyAsync(_fixture.On(reader));
        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
        Assert.Equal(
            added.SelectMany(a => a.Receipts).Select(r => r.Id).ToHashSet(),
            verdicts.Select(v => v.Record?.Id ?? default).ToHashSet());
    }

    private string Sparse(string name, long length)
    {
        var path = _fixture.File(name, 42);
        using var file = File.OpenWrite(path);
        file.SetLength(length);
        return path;
    }
}
