using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;

namespace Evidence.Pipeline.Log.Heads;

/// <summary>
/// Heads as objects that are created once, by <c>If-None-Match: *</c>: under the size of the tree that a head extends
/// stands the head that follows it. For stores that honour the condition; <see cref="CanCreateOnceAsync"/> finds out.
/// </summary>
public sealed class S3HeadStore : IHeadStore, IDisposable
{
    private const string Prefix = "head/";
    private const string ProbeKey = "probe/create-once";

    private readonly S3Connection _connection;
    private readonly AmazonS3Client _client;
    private readonly S3Calls _calls;

    /// <summary>Connects lazily: nothing is sent before the first call.</summary>
    public S3HeadStore(S3Connection connection, VaultBudget budget, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _client = S3ClientFactory.Create(connection, budget);
        _calls = new S3Calls(Name, budget, time);
    }

    /// <inheritdoc/>
    public string Name => _connection.ToString();

    /// <summary>
    /// Whether the bucket is there and refuses to create what exists. Only a refusal proves that: a store that ignores
    /// the condition says yes to everybody, each time.
    /// </summary>
    public async Task<bool> CanCreateOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return !await CreateAsync(ProbeKey, "probe"u8.ToArray(), cancellationToken)
                || !await CreateAsync(ProbeKey, "probe"u8.ToArray(), cancellationToken);
        }
        catch (EvidenceException e)
            when (IsAnswer(e, HttpStatusCode.NotFound) || IsAnswer(e, HttpStatusCode.NotImplemented))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!await CanCreateOnceAsync(cancellationToken))
        {
            throw new EvidenceException(
                EvidenceFault.Refused,
                $"Will not keep the ledger's head in {Name}: it is not there or ignores If-None-Match, and many may "
                + "append at once. Use a bucket that has conditional writes, or PostgreSQL.");
        }
    }

    /// <inheritdoc/>
    public async Task<LedgerHead?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The largest size has the first key.
            var request = new ListObjectsV2Request { BucketName = _connection.Bucket, Prefix = Prefix, MaxKeys = 1 };
            var answer = await _calls.MakeAsync(
                "find the ledger's head", stop => _client.ListObjectsV2Async(request, stop), cancellationToken);
            return answer.S3Objects is [var newest, ..] ? await ReadAsync(newest.Key, cancellationToken) : null;
        }
        catch (EvidenceException e) when (IsAnswer(e, HttpStatusCode.NotFound))
        {
            return null; // No bucket, no head. Whether there must be one, the locked checkpoints say.
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryMoveAsync(LedgerHead? current, LedgerHead successor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(successor);
        var key = KeyAfter(current?.Checkpoint.Size ?? 0);
        return await CreateAsync(key, successor.Utf8.ToArray(), cancellationToken)
            || successor.Equals(await ReadAsync(key, cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static string KeyAfter(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{long.MaxValue - size:D19}");

    /// <summary>False if there is something already.</summary>
    private async Task<bool> CreateAsync(string key, byte[] bytes, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = _connection.Bucket,
            Key = key,
            InputStream = new MemoryStream(bytes),
            IfNoneMatch = "*",
            ContentType = "application/json",
            UseChunkEncoding = false,
        };
        try
        {
            await _calls.MakeAsync(
                "move the ledger's head", stop => _client.PutObjectAsync(request, stop), cancellationToken);
            return true;
        }
        catch (EvidenceException e) when (IsAnswer(e, HttpStatusCode.PreconditionFailed))
        {
            return false;
        }
        catch (EvidenceException e) when (IsAnswer(e, HttpStatusCode.Conflict))
        {
            // Another is creating it at this moment, and may fail: ask again.
            throw new EvidenceException(EvidenceFault.Unreachable, e.Message, e);
        }
    }

    private async Task<LedgerHead> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = _connection.Bucket, Key = key };
        using var answer = await _calls.MakeAsync(
            "read the ledger's head", stop => _client.GetObjectAsync(request, stop), cancellationToken);
        var what = $"read the ledger's head in {Name}";
        await using var body = new GuardedStream(
            answer.ResponseStream, answer.ContentLength, what, _calls.Faults, _calls.Budget);
        var bytes = new byte[Math.Min(answer.ContentLength, LedgerHead.MaximumLength + 1)];
        await body.ReadExactlyAsync(bytes, cancellationToken);
        return HeadFormat.Read(bytes, $"\"{key}\" in {Name}");
    }

    private static bool IsAnswer(EvidenceException exception, HttpStatusCode status) =>
        exception.InnerException is AmazonS3Exception answer && answer.StatusCode == status;
}
