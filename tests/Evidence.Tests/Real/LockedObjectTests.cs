using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Pipeline;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Vault.S3;
using Evidence.Pipeline.Verification;
using Tests.Support;

namespace Evidence.Tests.Real;

/// <summary>
/// Every way to alter a locked object that S3 offers, the real server's answer, and what verification reports.
/// </summary>
public sealed class LockedObjectTests(RealServices services) : IClassFixture<RealServices>, IDisposable
{
    private static readonly byte[] _original = Encoding.UTF8.GetBytes("the original");

    private readonly PipelineFixture _fixture = new(services.Connections.PostgresConnectionString);

    private RealVault Vault => new(services);

    public void Dispose() => _fixture.Dispose();

    [RealServicesFact]
    public Task Deleting_the_version_is_refused() => RefusedAsync(
        (client, at) => client.DeleteObjectAsync(at.BucketName, at.Key, at.VersionId));

    [RealServicesFact]
    public Task Deleting_the_version_with_bypass_is_refused() => RefusedAsync(
        (client, at) => client.DeleteObjectAsync(new DeleteObjectRequest
        {
            BucketName = at.BucketName,
            Key = at.Key,
            VersionId = at.VersionId,
            BypassGovernanceRetention = true,
        }));

    [RealServicesFact]
    public Task Shortening_the_date_is_refused() => RefusedAsync(
        (client, at) =>
            RetainAsync(client, at, ObjectLockRetentionMode.Compliance, at.Until.AddHours(-1), bypass: false));

    [RealServicesFact]
    public Task Shortening_the_date_with_bypass_is_refused() => RefusedAsync(
        (client, at) =>
            RetainAsync(client, at, ObjectLockRetentionMode.Compliance, at.Until.AddHours(-1), bypass: true));

    [RealServicesFact]
    public Task Softening_the_mode_is_refused() => RefusedAsync(
        (client, at) => RetainAsync(client, at, ObjectLockRetentionMode.Governance, at.Until, bypass: true));

    [RealServicesFact]
    public Task Suspending_versioning_is_refused() => RefusedAsync(
        (client, at) => client.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = at.BucketName,
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Suspended },
        }),
        HttpStatusCode.Conflict);

    [RealServicesFact]
    public Task Deleting_the_bucket_is_refused() => RefusedAsync(
        (client, at) => client.DeleteBucketAsync(at.BucketName), HttpStatusCode.Conflict);

    [RealServicesFact]
    public Task Lifting_the_hold_without_the_right_is_refused() => RefusedAsync(
        async (client, at) =>
        {
            await client.PutBucketPolicyAsync(at.BucketName, AllButHolds(at.BucketName));
            using var guest = Vault.GuestClient();
            await guest.GetObjectMetadataAsync(new GetObjectMetadataRequest
            {
                BucketName = at.BucketName,
                Key = at.Key,
                VersionId = at.VersionId,
            }); // The guest does have rights here, and not this one:
            await LiftHoldAsync(guest, at);
        });

    [RealServicesFact]
    public Task Lifting_the_hold_with_the_right_is_reported() => ReportedAsync(
        LiftHoldAsync, FindingCode.HoldMissing);

    [RealServicesFact]
    public Task Overwriting_is_a_newer_version_that_is_reported() => ReportedAsync(
        (client, at) => client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = at.BucketName,
            Key = at.Key,
            ContentBody = "the forgery!",
        }),
        FindingCode.ForeignVersion);

    [RealServicesFact]
    public Task Deleting_without_a_version_is_a_marker_that_is_reported() => ReportedAsync(
        (client, at) => client.DeleteObjectAsync(at.BucketName, at.Key), FindingCode.DeleteMarker);

    [RealServicesFact]
    public async Task Extending_the_date_is_allowed_and_no_finding()
    {
        var (store, pipeline, at) = await LockedAsync();
        using (store)
        using (var client = Vault.Client())
        {
            await RetainAsync(client, at, ObjectLockRetentionMode.Compliance, at.Until.AddDays(1), bypass: false);
            Assert.True(Assert.Single(await PipelineFixture.VerifyAsync(pipeline)).Holds);
        }
    }

    /// <summary>The store refuses; afterwards nothing is found and the original is served.</summary>
    private async Task RefusedAsync(
        Func<AmazonS3Client, Target, Task> attack, HttpStatusCode status = HttpStatusCode.Forbidden)
    {
        var (store, pipeline, at) = await LockedAsync();
        using (store)
        using (var client = Vault.Client())
        {
            var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => attack(client, at));
            Assert.Equal(status, refusal.StatusCode);
            var verdict = Assert.Single(await PipelineFixture.VerifyAsync(pipeline));
            Assert.True(verdict.Holds, string.Join('\n', verdict.Findings));
            await AssertOriginalAsync(client, at);
        }
    }

    /// <summary>
    /// The store allows it, as S3 does; verification reports it, and the original is served by its version.
    /// </summary>
    private async Task ReportedAsync(Func<AmazonS3Client, Target, Task> attack, FindingCode code)
    {
        var (store, pipeline, at) = await LockedAsync();
        using (store)
        using (var client = Vault.Client())
        {
            await attack(client, at);
            var verdict = Assert.Single(await PipelineFixture.VerifyAsync(pipeline));
            Assert.Equal(code, Assert.Single(verdict.Findings).Code);
            await AssertOriginalAsync(client, at);
        }
    }

    private async Task<(S3VaultStore Store, EvidencePipeline Pipeline, Target At)> LockedAsync()
    {
        var bucket = await Vault.BucketAsync(ObjectLockRetentionMode.Compliance);
        var store = Vault.Store(bucket);
        var pipeline = _fixture.On(store);
        var receipt = await pipeline.AddAsync(
            PipelineFixture.Item("victim", _original) with { Hold = true }, CancellationToken.None);
        return (store, pipeline, Target.Of(bucket, receipt));
    }

    private static async Task AssertOriginalAsync(AmazonS3Client client, Target at)
    {
        using var answer = await client.GetObjectAsync(at.BucketName, at.Key, at.VersionId);
        using var reader = new StreamReader(answer.ResponseStream);
        Assert.Equal("the original", await reader.ReadToEndAsync());
    }

    private static Task<PutObjectRetentionResponse> RetainAsync(
        AmazonS3Client client, Target at, ObjectLockRetentionMode mode, DateTimeOffset until, bool bypass) =>
        client.PutObjectRetentionAsync(new PutObjectRetentionRequest
        {
            BucketName = at.BucketName,
            Key = at.Key,
            VersionId = at.VersionId,
            BypassGovernanceRetention = bypass,
            Retention = new ObjectLockRetention { Mode = mode, RetainUntilDate = until.UtcDateTime },
        });

    private static Task<PutObjectLegalHoldResponse> LiftHoldAsync(AmazonS3Client client, Target at) =>
        client.PutObjectLegalHoldAsync(new PutObjectLegalHoldRequest
        {
            BucketName = at.BucketName,
            Key = at.Key,
            VersionId = at.VersionId,
            LegalHold = new ObjectLockLegalHold { Status = ObjectLockLegalHoldStatus.Off },
        });

    private static string AllButHolds(string bucket) =>
        $$"""
        { "Version": "2012-10-17", "Statement": [
          { "Effect": "Allow", "Principal": "*", "Action": "s3:*",
            "Resource": ["arn:aws:s3:::{{bucket}}", "arn:aws:s3:::{{bucket}}/*"] },
          { "Effect": "Deny", "Principal": "*", "Action": "s3:PutObjectLegalHold",
            "Resource": "arn:aws:s3:::{{bucket}}/*" } ] }
        """;

    private sealed record Target(string BucketName, string Key, string VersionId, DateTimeOffset Until)
    {
        public static Target Of(string bucket, EvidenceReceipt receipt) => new(
            bucket, receipt.Payload.At.Key, receipt.Payload.At.VersionId, receipt.Payload.Lock.RetainUntil);
    }
}
