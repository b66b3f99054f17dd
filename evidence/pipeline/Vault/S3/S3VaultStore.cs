using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>The vault on any server that speaks S3 with Object Lock.</summary>
public sealed class S3VaultStore : IVaultStore, IVaultCustody
{
    private readonly AmazonS3Client _client;
    private readonly S3Calls _calls;
    private readonly S3Upload _upload;

    /// <summary>Connects lazily: nothing is sent before the first call.</summary>
    public S3VaultStore(S3Connection connection, VaultBudget budget, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Bucket = connection.Bucket;
        Name = connection.ToString();
        _client = S3ClientFactory.Create(connection, budget);
        _calls = new S3Calls(Name, budget, time);
        _upload = new S3Upload(_client, Bucket, _calls, new Attempts(budget, time));
    }

    /// <inheritdoc/>
    public string Bucket { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<VaultDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        const string What = "ask what locks there are";
        try
        {
            var versioning = await _calls.MakeAsync(
                What,
                stop => _client.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = Bucket }, stop),
                cancellationToken);
            var answer = await _calls.MakeAsync(
                What,
                stop => _client.GetObjectLockConfigurationAsync(
                    new GetObjectLockConfigurationRequest { BucketName = Bucket }, stop),
                cancellationToken);
            var rule = answer.ObjectLockConfiguration?.Rule?.DefaultRetention;
            return new VaultDescription(
                versioning.VersioningConfig?.Status == VersionStatus.Enabled,
                answer.ObjectLockConfiguration?.ObjectLockEnabled == ObjectLockEnabled.Enabled,
                S3Locks.Mode(rule?.Mode?.Value) is { } mode
                    ? new DefaultRetention(mode, Positive(rule?.Days), Positive(rule?.Years))
                    : null);
        }
        catch (EvidenceException e)
            when (e.InnerException is AmazonS3Exception { ErrorCode: "ObjectLockConfigurationNotFoundError" })
        {
            return new VaultDescription(Versioning: false, ObjectLock: false, Default: null);
        }

        static int? Positive(int? value) => value > 0 ? value : null;
    }

    /// <inheritdoc/>
    public Task<VaultLocation> PutAsync(VaultWrite write, CancellationToken cancellationToken) =>
        _upload.RunAsync(write, cancellationToken);

    /// <inheritdoc/>
    public Task SetRetentionAsync(
        VaultLocation at, LockMode mode, DateTimeOffset retainUntil, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var request = new PutObjectRetentionRequest
        {
            BucketName = Bucket,
            Key = at.Key,
            VersionId = at.VersionId,
            Retention = new ObjectLockRetention
            {
                Mode = S3Locks.Retention(mode),
                RetainUntilDate = retainUntil.UtcDateTime,
            },
        };
        return _calls.MakeAsync(
            $"lock {at}", stop => _client.PutObjectRetentionAsync(request, stop), cancellationToken);
    }

    /// <inheritdoc/>
    public Task PlaceHoldAsync(VaultLocation at, CancellationToken cancellationToken) =>
        HoldAsync(at, ObjectLockLegalHoldStatus.On, $"put a legal hold on {at}", cancellationToken);

    /// <inheritdoc/>
    public Task LiftHoldAsync(VaultLocation at, CancellationToken cancellationToken) =>
        HoldAsync(at, ObjectLockLegalHoldStatus.Off, $"lift the legal hold on {at}", cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var request = new DeleteObjectRequest { BucketName = Bucket, Key = at.Key, VersionId = at.VersionId };
        return _calls.MakeAsync($"delete {at}", stop => _client.DeleteObjectAsync(request, stop), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredVersion?> FindCurrentAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await HeadAsync(key, versionId: null, cancellationToken);
        }
        catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<StoredVersion> HeadAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        return HeadAsync(at.Key, at.VersionId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoredContent> OpenAsync(VaultLocation at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var what = $"read {at}";
        var request = new GetObjectRequest { BucketName = Bucket, Key = at.Key, VersionId = at.VersionId };
        var answer = await _calls.MakeAsync(what, stop => _client.GetObjectAsync(request, stop), cancellationToken);
        var state = S3Locks.State(
            answer.ObjectLockMode, answer.ObjectLockRetainUntilDate, answer.ObjectLockLegalHoldStatus);
        var body = new GuardedStream(
            answer.ResponseStream, answer.ContentLength, $"{what} in {Name}", _calls.Faults, _calls.Budget);
        return new StoredContent(new StoredVersion(at, answer.ContentLength, state), body, answer);
    }

    /// <inheritdoc/>
    public async Task<VersionPage> ListVersionsAsync(string prefix, PageEnd? after, CancellationToken cancellationToken)
    {
        var request = new ListVersionsRequest
        {
            BucketName = Bucket,
            Prefix = prefix,
            KeyMarker = after?.Key,
            VersionIdMarker = after?.VersionId,
        };
        var answer = await _calls.MakeAsync(
            $"list {Quoted.Of(prefix)}", stop => _client.ListVersionsAsync(request, stop), cancellationToken);
        return new VersionPage(
            [
                .. (answer.Versions ?? []).Select(v => new ListedVersion(
                    new VaultLocation(v.Key, v.VersionId ?? "null"),
                    v.Size ?? 0,
                    v.IsLatest ?? false,
                    v.IsDeleteMarker ?? false)),
            ],
            answer.IsTruncated is true ? new PageEnd(answer.NextKeyMarker, answer.NextVersionIdMarker) : null);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private Task<PutObjectLegalHoldResponse> HoldAsync(
        VaultLocation at, ObjectLockLegalHoldStatus status, string what, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        var request = new PutObjectLegalHoldRequest
        {
            BucketName = Bucket,
            Key = at.Key,
            VersionId = at.VersionId,
            LegalHold = new ObjectLockLegalHold { Status = status },
        };
        return _calls.MakeAsync(what, stop => _client.PutObjectLegalHoldAsync(request, stop), cancellationToken);
    }

    private async Task<StoredVersion> HeadAsync(string key, string? versionId, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = Bucket, Key = key, VersionId = versionId };
        var answer = await _calls.MakeAsync(
            $"look at {Quoted.Of(key)}", stop => _client.GetObjectMetadataAsync(request, stop), cancellationToken);
        return new StoredVersion(
            new VaultLocation(key, answer.VersionId ?? versionId ?? "null"),
            answer.ContentLength,
            S3Locks.State(answer.ObjectLockMode, answer.ObjectLockRetainUntilDate, answer.ObjectLockLegalHoldStatus));
    }
}
