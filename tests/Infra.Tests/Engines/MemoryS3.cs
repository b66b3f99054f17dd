using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Infra.Tests.Engines;

/// <summary>
/// A strict S3 server in memory: it refuses what a real one refuses, it refuses to create what is there already, and it
/// can fail at any call, before or after the call took effect. What it does not have goes nowhere and fails.
/// </summary>
internal sealed class MemoryS3(CrashPoints points) : AmazonS3Client(
    new AnonymousAWSCredentials(),
    new AmazonS3Config { ServiceURL = "http://127.0.0.1:9", MaxErrorRetry = 0 })
{
    public SortedDictionary<string, MemoryBucket> Buckets { get; } = [];

    /// <summary>Names of the calls so far.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>
    /// Fails with a server's error at the nth call from now, before or after it took effect; zero is never.
    /// </summary>
    public (int Call, bool Persisted) Fault { get; set; }

    public string World => string.Join('\n', Buckets.Select(bucket => $"{bucket.Key}: {bucket.Value}"));

    public override Task<PutBucketResponse> PutBucketAsync(
        PutBucketRequest request, CancellationToken cancellationToken = default) =>
        Run(() =>
        {
            // A real server would answer its owner with 200, so that a second creation would go unseen: not here.
            Assert.False(Buckets.ContainsKey(request.BucketName), $"'{request.BucketName}' was created twice");
            Buckets.Add(request.BucketName, new(request.ObjectLockEnabledForBucket == true));
            return new PutBucketResponse();
        });

    public override Task<DeleteBucketResponse> DeleteBucketAsync(
        DeleteBucketRequest request, CancellationToken cancellationToken = default) =>
        Run(() =>
        {
            var bucket = Find(request.BucketName);
            Refuse(bucket.Denies("s3:DeleteBucket"), "AccessDenied", HttpStatusCode.Forbidden);
            Refuse(bucket.Versions.Count > 0, "BucketNotEmpty", HttpStatusCode.Conflict);
            Buckets.Remove(request.BucketName);
            return new DeleteBucketResponse();
        });

    public override Task<GetBucketLocationResponse> GetBucketLocationAsync(
        GetBucketLocationRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName); return new GetBucketLocationResponse(); });

    public override Task<PutBucketTaggingResponse> PutBucketTaggingAsync(
        PutBucketTaggingRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName).Tags = request.TagSet; return new PutBucketTaggingResponse(); });

    public override Task<DeleteBucketTaggingResponse> DeleteBucketTaggingAsync(
        DeleteBucketTaggingRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName).Tags = null; return new DeleteBucketTaggingResponse(); });

    public override Task<GetBucketTaggingResponse> GetBucketTaggingAsync(
        GetBucketTaggingRequest request, CancellationToken cancellationToken = default) =>
        Run(
            () =>
                new GetBucketTaggingResponse { TagSet = Find(request.BucketName).Tags ?? throw Error("NoSuchTagSet") });

    public override Task<PutBucketVersioningResponse> PutBucketVersioningAsync(
        PutBucketVersioningRequest request, CancellationToken cancellationToken = default) =>
        Run(() =>
        {
            var bucket = Find(request.BucketName);
            Refuse(bucket.Denies("s3:PutBucketVersioning"), "AccessDenied", HttpStatusCode.Forbidden);
            var suspends = request.VersioningConfig.Status != VersionStatus.Enabled;
            Refuse(bucket.Locked && suspends, "InvalidBucketState", HttpStatusCode.Conflict);
            bucket.Versioning = request.VersioningConfig.Status.Value;
            return new PutBucketVersioningResponse();
        });

    public override Task<GetBucketVersioningResponse> GetBucketVersioningAsync(
        GetBucketVersioningRequest request, CancellationToken cancellationToken = default) =>
        Run(() => new GetBucketVersioningResponse
        {
            VersioningConfig = new() { Status = Find(request.BucketName).Versioning },
        });

    public override Task<PutObjectLockConfigurationResponse> PutObjectLockConfigurationAsync(
        PutObjectLockConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Run(() =>
        {
            var bucket = Find(request.BucketName);
            Refuse(bucket.Denies("s3:PutBucketObjectLockConfiguration"), "AccessDenied", HttpStatusCode.Forbidden);
            Refuse(!bucket.Locked, "InvalidBucketState", HttpStatusCode.Conflict);
            bucket.LockRule = request.ObjectLockConfiguration.Rule;
            return new PutObjectLockConfigurationResponse();
        });

    public override Task<GetObjectLockConfigurationResponse> GetObjectLockConfigurationAsync(
        GetObjectLockConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Run(() => Find(request.BucketName) is { Locked: true } bucket
            ? new GetObjectLockConfigurationResponse
            {
                ObjectLockConfiguration =
                    new() { ObjectLockEnabled = ObjectLockEnabled.Enabled, Rule = bucket.LockRule },
            }
            : throw Error("ObjectLockConfigurationNotFoundError"));

    public override Task<PutBucketPolicyResponse> PutBucketPolicyAsync(
        PutBucketPolicyRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName).Policy = request.Policy; return new PutBucketPolicyResponse(); });

    public override Task<GetBucketPolicyResponse> GetBucketPolicyAsync(
        GetBucketPolicyRequest request, CancellationToken cancellationToken = default) =>
        Run(() => new GetBucketPolicyResponse
        {
            Policy = Find(request.BucketName).Policy ?? throw Error("NoSuchBucketPolicy"),
        });

    public override Task<DeleteBucketPolicyResponse> DeleteBucketPolicyAsync(
        DeleteBucketPolicyRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName).Policy = null; return new DeleteBucketPolicyResponse(); });

    public override Task<PutLifecycleConfigurationResponse> PutLifecycleConfigurationAsync(
        PutLifecycleConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Run(() =>
        {
            Find(request.BucketName).Lifecycle = request.Configuration.Rules;
            return new PutLifecycleConfigurationResponse();
        });

    public override Task<GetLifecycleConfigurationResponse> GetLifecycleConfigurationAsync(
        GetLifecycleConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Run(() => new GetLifecycleConfigurationResponse
        {
            Configuration =
                new() { Rules = Find(request.BucketName).Lifecycle ?? throw Error("NoSuchLifecycleConfiguration") },
        });

    public override Task<DeleteLifecycleConfigurationResponse> DeleteLifecycleConfigurationAsync(
        DeleteLifecycleConfigurationRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName).Lifecycle = null; return new DeleteLifecycleConfigurationResponse(); });

    public override Task<PutPublicAccessBlockResponse> PutPublicAccessBlockAsync(
        PutPublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        Run(() =>
        {
            Find(request.BucketName).PublicAccessBlock = request.PublicAccessBlockConfiguration;
            return new PutPublicAccessBlockResponse();
        });

    public override Task<GetPublicAccessBlockResponse> GetPublicAccessBlockAsync(
        GetPublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        Run(() => new GetPublicAccessBlockResponse
        {
            PublicAccessBlockConfiguration = Find(request.BucketName).PublicAccessBlock ?? throw Error(
                "NoSuchPublicAccessBlockConfiguration"),
        });

    public override Task<DeletePublicAccessBlockResponse> DeletePublicAccessBlockAsync(
        DeletePublicAccessBlockRequest request, CancellationToken cancellationToken = default) =>
        Run(() => { Find(request.BucketName).PublicAccessBlock = null; return new DeletePublicAccessBlockResponse(); });

    public override Task<ListVersionsResponse> ListVersionsAsync(
        ListVersionsRequest request, CancellationToken cancellationToken = default) =>
        Run(() => new ListVersionsResponse
        {
            Versions =
            [
                .. Find(request.BucketName).Versions.Keys.Select(
                    key => new S3ObjectVersion { Key = key, VersionId = "1" }),
            ],
            IsTruncated = false,
        });

    public override Task<GetObjectMetadataResponse> GetObjectMetadataAsync(
        GetObjectMetadataRequest request, CancellationToken cancellationToken = default) =>
        Run(() => Find(request.BucketName).Versions[request.Key] is { } until
            ? new GetObjectMetadataResponse
            {
                ObjectLockMode = ObjectLockMode.Compliance,
                ObjectLockRetainUntilDate = until,
            }
            : new GetObjectMetadataResponse());

    private static AmazonS3Exception Error(string code, HttpStatusCode status = HttpStatusCode.NotFound) =>
        new($"refused with {code}", ErrorType.Sender, code, "request", status);

    private static void Refuse(bool refused, string code, HttpStatusCode status)
    {
        if (refused)
        {
            throw Error(code, status);
        }
    }

    private MemoryBucket Find(string name) => Buckets.GetValueOrDefault(name) ?? throw Error("NoSuchBucket");

    private Task<T> Run<T>(Func<T> call, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        Calls.Add(name);
        var fault = Fault.Call > 0 && --FaultCountdown == 0;
        points.Pass();
        if (fault && !Fault.Persisted)
        {
            throw Error("InternalError", HttpStatusCode.InternalServerError);
        }

        var result = call();
        points.Pass();
        return fault ? throw Error("InternalError", HttpStatusCode.InternalServerError) : Task.FromResult(result);
    }

    private int FaultCountdown { get; set; }

    /// <summary>Arms a fault.</summary>
    public void FailAt(int call, bool persisted) => (Fault, FaultCountdown) = ((call, persisted), call);
}
