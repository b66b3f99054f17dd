using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Engines;
using Infra.Automation.Engines.Embedded;
using Infra.Automation.Engines.Embedded.S3;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Engines;

/// <summary>The local vault on a real S3 server: up, again, drift, destroy.</summary>
[Collection(nameof(SerialRendering))]
public sealed class RealStoreTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strata-real-").FullName;
    private readonly Lazy<AmazonS3Client> _s3 = new(
        () => S3.Client(services.Connections.S3Endpoint, services.Connections.S3));

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        if (_s3.IsValueCreated)
        {
            _s3.Value.Dispose();
        }
    }

    [RealServicesFact]
    public async Task The_vault_is_created_once_and_is_as_it_was_declared()
    {
        var (graph, engine) = await GivenAsync();
        var first = await engine.UpAsync(graph, NoProgress, CancellationToken.None);
        Assert.Equal(graph.Resources.Length, first.Changes.Length);

        var second = await engine.UpAsync(graph, NoProgress, CancellationToken.None);
        Assert.Empty(second.Changes);
        Assert.Empty((await engine.DriftAsync(CancellationToken.None)).Findings);

        var bucket = first.Outputs.GetProperty("primaryBucket").GetString();
        var locked = await _s3.Value.GetObjectLockConfigurationAsync(new() { BucketName = bucket });
        Assert.Equal(ObjectLockRetentionMode.Compliance, locked.ObjectLockConfiguration.Rule.DefaultRetention.Mode);
        Assert.Equal(1, locked.ObjectLockConfiguration.Rule.DefaultRetention.Days);
    }

    [RealServicesFact]
    public async Task What_the_policy_denies_is_denied_to_the_owner_too()
    {
        var (graph, engine) = await GivenAsync();
        var bucket = await UpAsync(engine, graph, "primaryBucket");
        var weaker = new PutObjectLockConfigurationRequest
        {
            BucketName = bucket,
            ObjectLockConfiguration = new() { ObjectLockEnabled = ObjectLockEnabled.Enabled },
        };
        await DeniedAsync(() => _s3.Value.PutObjectLockConfigurationAsync(weaker));
        await DeniedAsync(() => _s3.Value.DeleteBucketAsync(new DeleteBucketRequest { BucketName = bucket }));
        await DeniedAsync(() => _s3.Value.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = bucket,
            VersioningConfig = new() { Status = VersionStatus.Suspended },
        }));
    }

    [RealServicesFact]
    public async Task Drift_is_found_and_what_the_store_cannot_tell_is_said()
    {
        var (graph, engine) = await GivenAsync();
        var bucket = await UpAsync(engine, graph, "headBucket");
        await _s3.Value.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket });
        await _s3.Value.PutBucketTaggingAsync(
            new PutBucketTaggingRequest { BucketName = bucket, TagSet = [new() { Key = "a", Value = "b" }] });
        var report = await engine.DriftAsync(CancellationToken.None);
        Assert.All(report.Unreadable, resource => Assert.Equal(S3Types.PublicAccessBlock, resource.Type));
        Assert.Equal(2, report.Unreadable.Length);
        var findings = report.Findings;
        Assert.Equal(2, findings.Length);
        Assert.Contains(findings, finding => finding is { Missing: true, Type: S3Types.Policy });
        Assert.Contains(findings, finding => finding is { Missing: false, Type: S3Types.Bucket });
    }

    [RealServicesFact]
    public async Task A_vault_with_evidence_is_not_destroyed_and_not_weakened_by_trying()
    {
        var (graph, engine) = await GivenAsync();
        var bucket = await UpAsync(engine, graph, "primaryBucket");
        await _s3.Value.PutObjectAsync(new() { BucketName = bucket, Key = "one", ContentBody = "evidence" });
        await Assert.ThrowsAsync<RefusedException>(
            () => engine.DestroyAsync(false, NoProgress, CancellationToken.None));
        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => engine.DestroyAsync(true, NoProgress, CancellationToken.None));
        Assert.Contains($"the bucket '{bucket}' holds 1 version, 1 of them locked, the last until ", refused.Message);
        Assert.Empty((await engine.DriftAsync(CancellationToken.None)).Findings);
    }

    [RealServicesFact]
    public async Task An_empty_vault_is_destroyed_when_it_is_really_meant()
    {
        var (graph, engine) = await GivenAsync();
        await engine.UpAsync(graph, NoProgress, CancellationToken.None);
        var result = await engine.DestroyAsync(true, NoProgress, CancellationToken.None);
        Assert.Empty(result.Resources);
        Assert.All(result.Changes, change => Assert.Equal(ChangeKind.Delete, change.Kind));
        var left = await _s3.Value.ListBucketsAsync();
        Assert.DoesNotContain(
            left.Buckets ?? [], found => found.BucketName.StartsWith(
                graph.Outputs.GetProperty("primaryBucket").GetString() ?? "", StringComparison.Ordinal));
    }

    [RealServicesFact]
    public async Task A_store_that_is_down_is_a_sentence()
    {
        var (graph, _) = await GivenAsync();
        using var nowhere = S3.Client(new Uri("http://127.0.0.1:1"), services.Connections.S3);
        var engine = new EmbeddedEngine("local", "evidence", new StateFile(_folder, "local", "evidence", false),
            S3Handlers.Table(() => nowhere), TimeProvider.System, rehearsal: false);
        var failed = await Assert.ThrowsAsync<StoreUnreachableException>(
            () => engine.UpAsync(graph, NoProgress, CancellationToken.None));
        Assert.Contains("Nothing was changed", failed.Message);
    }

    private static IProgress<EngineEvent> NoProgress { get; } = new Silence();

    /// <summary>Provisions, and answers with one of the outputs.</summary>
    private static async Task<string?> UpAsync(IEngine engine, LayerGraph graph, string output) =>
        (await engine.UpAsync(graph, NoProgress, CancellationToken.None)).Outputs.Text(output);

    private static async Task DeniedAsync(Func<Task> call)
    {
        var denied = await Assert.ThrowsAsync<AmazonS3Exception>(call);
        Assert.Equal("AccessDenied", denied.ErrorCode);
    }

    private async Task<(LayerGraph Graph, IEngine Engine)> GivenAsync()
    {
        var local = new EnvironmentFolder(Checkout.PathOf("infra/stacks/environments")).Read("local");
        var settings = local with { Prefix = RealServices.UniqueName("vault") };
        var graph = (await new Renderer().RenderAsync(settings, "evidence", CancellationToken.None)).Layers[0];
        return (graph, new EmbeddedEngine("local", "evidence", new StateFile(_folder, "local", "evidence", false),
            S3Handlers.Table(() => _s3.Value), TimeProvider.System, rehearsal: false));
    }

    private sealed class Silence : IProgress<EngineEvent>
    {
        public void Report(EngineEvent value)
        {
        }
    }
}
