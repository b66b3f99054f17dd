using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>The public access block of a bucket.</summary>
internal sealed class PublicAccessBlockHandler(Func<IAmazonS3> s3)
    : BucketSettingHandler("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets")
{
    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().PutPublicAccessBlockAsync(
            new()
            {
                BucketName = bucket,
                PublicAccessBlockConfiguration = new()
                {
                    BlockPublicAcls = Flag(inputs, "blockPublicAcls"),
                    BlockPublicPolicy = Flag(inputs, "blockPublicPolicy"),
                    IgnorePublicAcls = Flag(inputs, "ignorePublicAcls"),
                    RestrictPublicBuckets = Flag(inputs, "restrictPublicBuckets"),
                },
            },
            cancellationToken);

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        return await BlockAsync(bucket, cancellationToken) is not { } block ? null : new()
        {
            ["blockPublicAcls"] = block.BlockPublicAcls ?? false,
            ["blockPublicPolicy"] = block.BlockPublicPolicy ?? false,
            ["ignorePublicAcls"] = block.IgnorePublicAcls ?? false,
            ["restrictPublicBuckets"] = block.RestrictPublicBuckets ?? false,
        };
    }

    /// <summary>Ceph answers 200 with a document that is none, which the SDK reads as nothing.</summary>
    protected override async Task<bool> IsUnreadableAsync(string bucket, CancellationToken cancellationToken) =>
        await BlockAsync(bucket, cancellationToken) is null;

    protected override Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().DeletePublicAccessBlockAsync(new() { BucketName = bucket }, cancellationToken);

    private async Task<PublicAccessBlockConfiguration?> BlockAsync(string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetPublicAccessBlockAsync(new() { BucketName = bucket }, cancellationToken);
        return response.PublicAccessBlockConfiguration;
    }

    private static bool Flag(JsonElement inputs, string name) => inputs.Member(name)?.GetBoolean() ?? false;
}
