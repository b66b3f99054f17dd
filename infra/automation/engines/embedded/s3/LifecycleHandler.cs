using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>
/// Lifecycle rules of a bucket: for a whole bucket or a prefix, removing what uploads left behind and old versions.
/// </summary>
internal sealed class LifecycleHandler(Func<IAmazonS3> s3) : BucketSettingHandler("rules")
{
    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().PutLifecycleConfigurationAsync(
            new() { BucketName = bucket, Configuration = new() { Rules = [.. inputs.Items("rules").Select(Rule)] } },
            cancellationToken);

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetLifecycleConfigurationAsync(
            new GetLifecycleConfigurationRequest { BucketName = bucket }, cancellationToken);
        var rules = response.Configuration?.Rules;
        return rules is null or []
            ? null
            : new() { ["rules"] = rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(Wire).ToList() };
    }

    protected override Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().DeleteLifecycleConfigurationAsync(
            new DeleteLifecycleConfigurationRequest { BucketName = bucket }, cancellationToken);

    private static LifecycleRule Rule(JsonElement rule) => new()
    {
        Id = rule.Text("id"),
        Status = rule.Text("status"),
        Filter = new()
        {
            LifecycleFilterPredicate =
                new LifecyclePrefixPredicate { Prefix = rule.Member("filter")?.Text("prefix") ?? "" },
        },
        AbortIncompleteMultipartUpload = rule.Member("abortIncompleteMultipartUpload") is { } abort
            ? new() { DaysAfterInitiation = abort.Member("daysAfterInitiation")?.GetInt32() }
            : null,
        NoncurrentVersionExpiration = rule.Member("noncurrentVersionExpiration") is { } expiration
            ? new() { NoncurrentDays = expiration.Member("noncurrentDays")?.GetInt32() }
            : null,
    };

    private static Dictionary<string, object?> Wire(LifecycleRule rule)
    {
        var prefix = (rule.Filter?.LifecycleFilterPredicate as LifecyclePrefixPredicate)?.Prefix;
        var wire = new Dictionary<string, object?>
        {
            ["id"] = rule.Id,
            ["status"] = rule.Status?.Value,
            ["filter"] = new Dictionary<string, object?> { ["prefix"] = prefix ?? "" },
        };
        if (rule.AbortIncompleteMultipartUpload is { } abort)
        {
            wire["abortIncompleteMultipartUpload"] = One("daysAfterInitiation", abort.DaysAfterInitiation);
        }

        if (rule.NoncurrentVersionExpiration is { } expiration)
        {
            wire["noncurrentVersionExpiration"] = One("noncurrentDays", expiration.NoncurrentDays);
        }

        return wire;
    }

    private static Dictionary<string, object?> One(string name, int? value) => new() { [name] = value };
}
