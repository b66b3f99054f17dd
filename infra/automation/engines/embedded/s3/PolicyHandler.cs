using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>The policy of a bucket, compared as JSON: spaces and the order of members are no difference.</summary>
internal sealed class PolicyHandler(Func<IAmazonS3> s3) : BucketSettingHandler("policy")
{
    public override JsonElement Normalise(JsonElement inputs) => CanonicalJson.Of(inputs.EnumerateObject().ToDictionary(
        input => input.Name,
        input => (object?)(input.NameEquals("policy") ? Canonical(input.Value.GetString() ?? "") : input.Value)));

    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().PutBucketPolicyAsync(new() { BucketName = bucket, Policy = inputs.Text("policy") }, cancellationToken);

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetBucketPolicyAsync(
            new GetBucketPolicyRequest { BucketName = bucket }, cancellationToken);
        // Where there is no policy, Ceph's error document arrives as if it were one.
        return response.Policy?.TrimStart().StartsWith('{') == true
            ? new() { ["policy"] = Canonical(response.Policy) }
            : null;
    }

    protected override Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        s3().DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket }, cancellationToken);

    private static string Canonical(string policy)
    {
        try
        {
            return CanonicalJson.Compact(policy);
        }
        catch (JsonException)
        {
            return policy; // Not JSON: the store will say so when it is put there.
        }
    }
}
