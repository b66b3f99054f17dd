using System.Globalization;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>A bucket, with or without Object Lock, and its tags. It is never emptied.</summary>
internal sealed class BucketHandler(Func<IAmazonS3> s3) : IResourceHandler
{
    private static readonly string[] _inputs = ["bucket", "objectLockEnabled", "tags"];

    public bool Applies(string input) => _inputs.Contains(input);

    public bool Replaces(string input) => input is "bucket" or "objectLockEnabled";

    public string Identify(string urn, JsonElement inputs) => inputs.Text("bucket") ?? "";

    public JsonElement Normalise(JsonElement inputs) => inputs;

    public async Task<string?> RefusalToCreateAsync(JsonElement inputs, CancellationToken cancellationToken)
    {
        var bucket = Identify("", inputs);
        return await ExistsAsync(bucket, cancellationToken)
            ? $"the store already has a bucket '{bucket}', and the state does not know it. If it may go, delete it; if "
                + "it is another's, choose another 'prefix' in the environment's file"
            : null;
    }

    public async Task<JsonElement> CreateAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        await s3().PutBucketAsync(
            new PutBucketRequest { BucketName = id, ObjectLockEnabledForBucket = IsLocked(inputs) },
            cancellationToken);
        return await UpdateAsync(id, inputs, cancellationToken);
    }

    public async Task<JsonElement> UpdateAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        if (inputs.Member("tags") is { } tags)
        {
            await s3().PutBucketTaggingAsync(
                new PutBucketTaggingRequest
                {
                    BucketName = id,
                    TagSet = [.. tags.EnumerateObject().Select(TagOf)],
                },
                cancellationToken);
        }
        else
        {
            await s3().DeleteBucketTaggingAsync(new DeleteBucketTaggingRequest { BucketName = id }, cancellationToken);
        }

        return Outputs(id);
    }

    public async Task<string?> RefusalToDeleteAsync(string id, CancellationToken cancellationToken)
    {
        var contents = await BucketContents.ReadAsync(s3(), id, cancellationToken);
        if (contents.Versions == 0)
        {
            return null;
        }

        try
        {
            // A store never deletes a bucket that holds something, so asking is safe, and the answer is the store's
            // own.
            await s3().DeleteBucketAsync(new DeleteBucketRequest { BucketName = id }, cancellationToken);
            return null;
        }
        catch (AmazonS3Exception exception) when (!S3Errors.NoBucket(exception))
        {
            return $"{exception.ErrorCode}: the bucket '{id}' holds {contents}";
        }
    }

    public async Task DeleteAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        try
        {
            await s3().DeleteBucketAsync(new DeleteBucketRequest { BucketName = id }, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoBucket(exception))
        {
            // Gone already: that is what was asked for.
        }
    }

    public async Task<Observed?> ReadAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(id, cancellationToken))
        {
            return null;
        }

        var found = new Dictionary<string, object?> { ["bucket"] = id };
        if (await HasLockAsync(id, cancellationToken))
        {
            found["objectLockEnabled"] = true;
        }
        else if (inputs.Member("objectLockEnabled") is not null)
        {
            found["objectLockEnabled"] = false;
        }

        if (await TagsAsync(id, cancellationToken) is { Count: > 0 } tags)
        {
            found["tags"] = tags;
        }

        return new(CanonicalJson.Of(found), Outputs(id));
    }

    private static Tag TagOf(JsonProperty tag) => new() { Key = tag.Name, Value = tag.Value.GetString() };

    private static bool IsLocked(JsonElement inputs) => inputs.Member("objectLockEnabled")?.GetBoolean() ?? false;

    private static JsonElement Outputs(string bucket) => CanonicalJson.Of(new Dictionary<string, object?>
    {
        ["arn"] = string.Create(CultureInfo.InvariantCulture, $"arn:aws:s3:::{bucket}"),
        ["bucket"] = bucket,
    });

    private async Task<bool> ExistsAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await s3().GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = bucket }, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoBucket(exception))
        {
            return false;
        }
    }

    private async Task<bool> HasLockAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            var response = await s3().GetObjectLockConfigurationAsync(new() { BucketName = bucket }, cancellationToken);
            return response.ObjectLockConfiguration?.ObjectLockEnabled == ObjectLockEnabled.Enabled;
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoSetting(exception))
        {
            return false;
        }
    }

    private async Task<Dictionary<string, string>> TagsAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            var response = await s3().GetBucketTaggingAsync(
                new GetBucketTaggingRequest { BucketName = bucket }, cancellationToken);
            return (response.TagSet ?? []).ToDictionary(tag => tag.Key, tag => tag.Value);
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoSetting(exception))
        {
            return [];
        }
    }
}
