using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>Default retention of a bucket with Object Lock.</summary>
internal sealed class ObjectLockHandler(Func<IAmazonS3> s3) : BucketSettingHandler("rule")
{
    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken)
    {
        var retention = inputs.Member("rule")?.Member("defaultRetention");
        return PutAsync(
            bucket,
            retention is not { } wanted ? null : new ObjectLockRule
            {
                DefaultRetention = new()
                {
                    Mode = wanted.Text("mode"),
                    Days = wanted.Member("days")?.GetInt32(),
                    Years = wanted.Member("years")?.GetInt32(),
                },
            },
            cancellationToken);
    }

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetObjectLockConfigurationAsync(new() { BucketName = bucket }, cancellationToken);
        if (response.ObjectLockConfiguration?.Rule?.DefaultRetention is not { } retention)
        {
            return null;
        }

        var wire = new Dictionary<string, object?> { ["mode"] = retention.Mode.Value };
        if (retention.Days is > 0)
        {
            wire["days"] = retention.Days;
        }

        if (retention.Years is > 0)
        {
            wire["years"] = retention.Years;
        }

        return new() { ["rule"] = new Dictionary<string, object?> { ["defaultRetention"] = wire } };
    }

    /// <summary>The lock itself stays for as long as the bucket is there; only the default retention can go.</summary>
    protected override Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        PutAsync(bucket, (ObjectLockRule?)null, cancellationToken);

    private Task<PutObjectLockConfigurationResponse> PutAsync(
        string bucket, ObjectLockRule? rule, CancellationToken cancellationToken) =>
        s3().PutObjectLockConfigurationAsync(
            new()
            {
                BucketName = bucket,
                ObjectLockConfiguration = new() { ObjectLockEnabled = ObjectLockEnabled.Enabled, Rule = rule },
            },
            cancellationToken);
}
