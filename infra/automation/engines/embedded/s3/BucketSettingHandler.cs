using System.Text.Json;
using Amazon.S3;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>
/// A setting of a bucket that is put, read and taken away as a whole. Putting it again ends the same, so a step that
/// was cut short is simply done again.
/// </summary>
internal abstract class BucketSettingHandler(params string[] inputs) : IResourceHandler
{
    public bool Applies(string input) => input == "bucket" || inputs.Contains(input);

    public bool Replaces(string input) => input == "bucket";

    public string Identify(string urn, JsonElement inputs) => inputs.Text("bucket") ?? "";

    public virtual JsonElement Normalise(JsonElement inputs) => inputs;

    public Task<string?> RefusalToCreateAsync(JsonElement inputs, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public async Task<JsonElement> CreateAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        await PutAsync(id, inputs, cancellationToken);
        return CanonicalJson.EmptyObject;
    }

    public Task<JsonElement> UpdateAsync(string id, JsonElement inputs, CancellationToken cancellationToken) =>
        CreateAsync(id, inputs, cancellationToken);

    public Task<string?> RefusalToDeleteAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public async Task DeleteAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        try
        {
            await RemoveAsync(id, inputs, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoBucket(exception) || S3Errors.NoSetting(exception))
        {
            // It is gone already, or its bucket is: that is what was asked for.
        }
    }

    public async Task<Observed?> ReadAsync(string id, JsonElement inputs, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsUnreadableAsync(id, cancellationToken))
            {
                return Observed.Unreadable;
            }

            if (await GetAsync(id, cancellationToken) is not { } settings)
            {
                return null;
            }

            settings["bucket"] = id;
            return new(CanonicalJson.Of(settings), CanonicalJson.EmptyObject);
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoBucket(exception) || S3Errors.NoSetting(exception))
        {
            return null;
        }
    }

    protected abstract Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken);

    /// <summary>The setting as inputs, without the bucket; null where there is none.</summary>
    protected abstract Task<Dictionary<string, object?>?> GetAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>
    /// Whether this server has no readable answer about the setting, where there is one and where there is none.
    /// </summary>
    protected virtual Task<bool> IsUnreadableAsync(string bucket, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    protected abstract Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken);
}
