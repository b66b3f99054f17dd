using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;

namespace Evidence.Pipeline.Probe;

/// <summary>The requests of a probe: some of them no vault may carry out, so they are nowhere else.</summary>
internal sealed class ProbeCalls(S3Connection connection, VaultBudget budget, TimeProvider time) : IDisposable
{
    private readonly AmazonS3Client _client = S3ClientFactory.Create(connection, budget);
    private readonly S3Calls _calls = new(connection.ToString(), budget, time);

    public Task DeleteAsync(VaultLocation at, bool bypass, CancellationToken cancellationToken) => _calls.MakeAsync(
        $"delete {at}",
        stop => _client.DeleteObjectAsync(
            new DeleteObjectRequest
            {
                BucketName = connection.Bucket,
                Key = at.Key,
                VersionId = at.VersionId,
                BypassGovernanceRetention = bypass ? true : null,
            },
            stop),
        cancellationToken);

    public Task RetainAsync(
        VaultLocation at, LockMode mode, DateTimeOffset until, CancellationToken cancellationToken) =>
        _calls.MakeAsync(
            $"change the lock of {at}",
            stop => _client.PutObjectRetentionAsync(
                new PutObjectRetentionRequest
                {
                    BucketName = connection.Bucket,
                    Key = at.Key,
                    VersionId = at.VersionId,
                    Retention = new ObjectLockRetention
                    {
                        Mode = S3Locks.Retention(mode),
                        RetainUntilDate = until.UtcDateTime,
                    },
                },
                stop),
            cancellationToken);

    /// <summary>Writes under conditions, or under none.</summary>
    /// <returns>The version, and the tag that a later condition can name.</returns>
    public async Task<(VaultLocation At, string ETag)> PutIfAsync(
        string key, byte[] bytes, string? ifMatch, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        var answer = await _calls.MakeAsync(
            $"store \"{key}\" under a condition",
            stop => _client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = connection.Bucket,
                    Key = key,
                    InputStream = new MemoryStream(bytes),
                    ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData(bytes)),
                    UseChunkEncoding = false,
                    IfMatch = ifMatch,
                    IfNoneMatch = ifNoneMatch,
                },
                stop),
            cancellationToken);
        return (new VaultLocation(key, answer.VersionId ?? "null"), answer.ETag);
    }

    /// <summary>Writes one part, which as the last may be small, asking for a lock.</summary>
    public async Task<VaultLocation> PutInPartsAsync(
        string key, byte[] bytes, ObjectLock wanted, CancellationToken cancellationToken)
    {
        const string What = "store a probe in parts";
        var begun = await _calls.MakeAsync(
            What,
            stop => _client.InitiateMultipartUploadAsync(
                new InitiateMultipartUploadRequest
                {
                    BucketName = connection.Bucket,
                    Key = key,
                    ObjectLockMode = S3Locks.Header(wanted.Mode),
                    ObjectLockRetainUntilDate = wanted.RetainUntil.UtcDateTime,
                },
                stop),
            cancellationToken);
        var part = await _calls.MakeAsync(
            What,
            stop => _client.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = connection.Bucket,
                    Key = key,
                    UploadId = begun.UploadId,
                    PartNumber = 1,
                    InputStream = new MemoryStream(bytes),
                    UseChunkEncoding = false,
                },
                stop),
            cancellationToken);
        var done = await _calls.MakeAsync(
            What,
            stop => _client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = connection.Bucket,
                    Key = key,
                    UploadId = begun.UploadId,
                    PartETags = [new PartETag(1, part.ETag)],
                },
                stop),
            cancellationToken);
        return new VaultLocation(key, done.VersionId ?? "null");
    }

    /// <summary>What the store said when it refused, or null if what happened was no refusal.</summary>
    public static string? Refusal(EvidenceException exception) => exception switch
    {
        { IsTransient: false, InnerException: AmazonServiceException { StatusCode: not 0 } e } =>
            $"refused: {(int)e.StatusCode} {e.ErrorCode} {Quoted.Plain(e.Message)}".TrimEnd(),
        _ => null,
    };

    public void Dispose() => _client.Dispose();
}
