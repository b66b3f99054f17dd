using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Ledger;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>Sends one object: at once if it is small, else in parts of which a bounded number is in memory.</summary>
internal sealed class S3Upload(AmazonS3Client client, string bucket, S3Calls calls, Attempts attempts)
{
    public Task<VaultLocation> RunAsync(VaultWrite write, CancellationToken cancellationToken) =>
        write.Source.Length <= PartPlan.LargestSinglePut
            ? PutAsync(write, cancellationToken)
            : PutInPartsAsync(write, cancellationToken);

    private async Task<VaultLocation> PutAsync(VaultWrite write, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = write.Key,
            InputStream = write.Source.OpenRead(),
            ContentType = write.MediaType,
            // AWS asks for a checksum with every lock, and keeps this one; the signature covers it everywhere.
            ChecksumSHA256 = Convert.ToBase64String(write.Digest.Bytes),
            UseChunkEncoding = false,
            ObjectLockMode = S3Locks.Header(write.Lock.Mode),
            ObjectLockRetainUntilDate = write.Lock.RetainUntil.UtcDateTime,
            ObjectLockLegalHoldStatus = S3Locks.Hold(write.Lock.Hold),
        };
        var answer = await calls.MakeAsync(
            $"store {write.Source.Label} as {Quoted.Of(write.Key)}",
            stop => client.PutObjectAsync(request, stop),
            cancellationToken);
        return Located(write.Key, answer.VersionId);
    }

    private async Task<VaultLocation> PutInPartsAsync(VaultWrite write, CancellationToken cancellationToken)
    {
        var what = $"store {write.Source.Label} in parts as {Quoted.Of(write.Key)}";
        var begun = await calls.MakeAsync(
            what,
            stop => client.InitiateMultipartUploadAsync(
                new InitiateMultipartUploadRequest
                {
                    BucketName = bucket,
                    Key = write.Key,
                    ContentType = write.MediaType,
                    ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
                    ObjectLockMode = S3Locks.Header(write.Lock.Mode),
                    ObjectLockRetainUntilDate = write.Lock.RetainUntil.UtcDateTime,
                    ObjectLockLegalHoldStatus = S3Locks.Hold(write.Lock.Hold),
                },
                stop),
            cancellationToken);
        try
        {
            var parts = await SendPartsAsync(write, begun.UploadId, what, cancellationToken);
            var done = await calls.MakeAsync(
                what,
                stop => client.CompleteMultipartUploadAsync(
                    new CompleteMultipartUploadRequest
                    {
                        BucketName = bucket,
                        Key = write.Key,
                        UploadId = begun.UploadId,
                        PartETags = parts,
                    },
                    stop),
                cancellationToken);
            return Located(write.Key, done.VersionId);
        }
        catch
        {
            await AbortAsync(write.Key, begun.UploadId);
            throw;
        }
    }

    /// <summary>
    /// Reads the source once, in order, hashing as it goes, and sends the parts side by side. The digest is compared
    /// before the upload is completed: a source that changed since it was hashed leaves nothing locked behind.
    /// </summary>
    private async Task<List<PartETag>> SendPartsAsync(
        VaultWrite write, string uploadId, string what, CancellationToken cancellationToken)
    {
        var plan = PartPlan.For(write.Source.Length);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var buffers = new PartBuffers(plan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = write.Source.OpenRead();
        var sending = new List<Task<PartETag>>(plan.Count);
        try
        {
            for (var number = 1; number <= plan.Count; number++)
            {
                var buffer = await buffers.TakeAsync(failed.Token);
                var length = await FillAsync(source, buffer, plan.LengthOf(number), write.Source, failed.Token);
                hash.AppendData(buffer, 0, length);
                sending.Add(SendAsync(number, buffer, length));
            }

            write.Source.RequireUnchanged();
            if (new Sha256Hash(hash.GetHashAndReset()) != write.Digest)
            {
                throw FileSource.Changed(write.Source.Label);
            }

            return [.. await Task.WhenAll(sending)];
        }
        catch
        {
            await failed.CancelAsync();
            var first = await FirstFailureAsync(sending);
            if (first is not null && !cancellationToken.IsCancellationRequested)
            {
                throw first;
            }

            throw;
        }

        async Task<PartETag> SendAsync(int number, byte[] buffer, int length)
        {
            try
            {
                return await attempts.RunAsync(
                    stop => SendPartAsync(write.Key, uploadId, number, buffer.AsMemory(0, length), what, stop),
                    length,
                    what,
                    failed.Token);
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
            finally
            {
                buffers.Return(buffer);
            }
        }
    }

    /// <summary>Sends one part. Safe to repeat: a part of the same number replaces the one before.</summary>
    private async Task<PartETag> SendPartAsync(
        string key,
        string uploadId,
        int number,
        ReadOnlyMemory<byte> bytes,
        string what,
        CancellationToken cancellationToken)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(bytes.Span));
        var answer = await calls.MakeAsync(
            what,
            stop => client.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = bucket,
                    Key = key,
                    UploadId = uploadId,
                    PartNumber = number,
                    InputStream = new BytesSource(key, bytes).OpenRead(),
                    PartSize = bytes.Length,
                    ChecksumSHA256 = digest,
                    UseChunkEncoding = false,
                },
                stop),
            cancellationToken);
        return new PartETag(number, answer.ETag) { ChecksumSHA256 = answer.ChecksumSHA256 };
    }

    private static async Task<int> FillAsync(
        Stream source, byte[] buffer, int length, IPayloadSource from, CancellationToken cancellationToken)
    {
        try
        {
            await source.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken);
            return length;
        }
        catch (EndOfStreamException e)
        {
            throw FileSource.Changed(from.Label, e);
        }
        catch (IOException e)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput, $"Cannot read {from.Label}: {e.Message} Nothing of it was stored.", e);
        }
    }

    /// <summary>
    /// Waits for every part to stop, since each still reads its buffer, and says which failure came first.
    /// </summary>
    private static async Task<Exception?> FirstFailureAsync(List<Task<PartETag>> sending)
    {
        Exception? first = null;
        foreach (var part in sending)
        {
            try
            {
                await part;
            }
            catch (EvidenceException e)
            {
                first ??= e;
            }
            catch (OperationCanceledException)
            {
                // Stopped because of the first.
            }
        }

        return first;
    }

    /// <summary>
    /// Gives the parts' room back. A courtesy that may fail, as the store may be gone: the bucket's lifecycle rule for
    /// incomplete uploads removes what stays, and nothing ever refers to it.
    /// </summary>
    private async Task AbortAsync(string key, string uploadId)
    {
        try
        {
            await calls.MakeAsync(
                "give up an upload",
                stop => client.AbortMultipartUploadAsync(
                    new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId }, stop),
                CancellationToken.None);
        }
        catch (EvidenceException)
        {
            // The failure that brought us here is the one to tell.
        }
    }

    private VaultLocation Located(string key, string? versionId) =>
        string.IsNullOrEmpty(versionId) || versionId == "null"
        ? throw new EvidenceException(
            EvidenceFault.NoObjectLock,
            $"Could not store {Quoted.Of(key)} in bucket \"{bucket}\": the store gave it no version id, so it cannot "
            + "be locked. Use a bucket with versioning and Object Lock.")
        : new VaultLocation(key, versionId);
}
