using System.Text.Json;
using Amazon.S3;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>Who owns the objects of a bucket.</summary>
internal sealed class OwnershipControlsHandler(Func<IAmazonS3> s3) : BucketSettingHandler("rule")
{
    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().PutBucketOwnershipControlsAsync(
            new()
            {
                BucketName = bucket,
                OwnershipControls =
                    new() { Rules = [new() { ObjectOwnership = inputs.Member("rule")?.Text("objectOwnership") }] },
            },
            cancellationToken);

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetBucketOwnershipControlsAsync(new() { BucketName = bucket }, cancellationToken);
        return response.OwnershipControls?.Rules?.FirstOrDefault() is not { } rule ? null : new()
        {
            ["rule"] = new Dictionary<string, object?> { ["objectOwnership"] = rule.ObjectOwnership?.Value },
        };
    }

    protected override async Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken)
    {
        // A server that does not know the request takes it for a deletion of the bucket itself: never ask such a one.
        if (await GetAsync(bucket, cancellationToken) is not null)
        {
            await s3().DeleteBucketOwnershipControlsAsync(new() { BucketName = bucket }, cancellationToken);
        }
    }
}
