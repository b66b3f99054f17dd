using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>Default encryption of a bucket.</summary>
internal sealed class EncryptionHandler(Func<IAmazonS3> s3) : BucketSettingHandler("rules")
{
    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().PutBucketEncryptionAsync(
            new()
            {
                BucketName = bucket,
                ServerSideEncryptionConfiguration =
                    new() { ServerSideEncryptionRules = [.. inputs.Items("rules").Select(Rule)] },
            },
            cancellationToken);

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetBucketEncryptionAsync(new() { BucketName = bucket }, cancellationToken);
        var rules = response.ServerSideEncryptionConfiguration?.ServerSideEncryptionRules;
        return rules is null or [] ? null : new() { ["rules"] = rules.Select(Wire).ToList() };
    }

    protected override async Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken)
    {
        // A server that does not know the request takes it for a deletion of the bucket itself: never ask such a one.
        if (await GetAsync(bucket, cancellationToken) is not null)
        {
            await s3().DeleteBucketEncryptionAsync(new() { BucketName = bucket }, cancellationToken);
        }
    }

    private static ServerSideEncryptionRule Rule(JsonElement rule)
    {
        var byDefault = rule.Member("applyServerSideEncryptionByDefault");
        return new()
        {
            BucketKeyEnabled = rule.Member("bucketKeyEnabled")?.GetBoolean(),
            ServerSideEncryptionByDefault = new()
            {
                ServerSideEncryptionAlgorithm = byDefault?.Text("sseAlgorithm"),
                ServerSideEncryptionKeyManagementServiceKeyId = byDefault?.Text("kmsMasterKeyId"),
            },
        };
    }

    private static Dictionary<string, object?> Wire(ServerSideEncryptionRule rule)
    {
        var byDefault = new Dictionary<string, object?>
        {
            ["sseAlgorithm"] = rule.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value,
        };
        if (rule.ServerSideEncryptionByDefault?.ServerSideEncryptionKeyManagementServiceKeyId is { Length: > 0 } key)
        {
            byDefault["kmsMasterKeyId"] = key;
        }

        var wire = new Dictionary<string, object?> { ["applyServerSideEncryptionByDefault"] = byDefault };
        if (rule.BucketKeyEnabled is { } enabled)
        {
            wire["bucketKeyEnabled"] = enabled;
        }

        return wire;
    }
}
