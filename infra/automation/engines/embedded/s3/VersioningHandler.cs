using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>Versioning of a bucket.</summary>
internal sealed class VersioningHandler(Func<IAmazonS3> s3) : BucketSettingHandler("versioningConfiguration")
{
    protected override Task PutAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken) =>
        PutAsync(bucket, inputs.Member("versioningConfiguration")?.Text("status") ?? "", cancellationToken);

    protected override async Task<Dictionary<string, object?>?> GetAsync(
        string bucket, CancellationToken cancellationToken)
    {
        var response = await s3().GetBucketVersioningAsync(
            new GetBucketVersioningRequest { BucketName = bucket }, cancellationToken);
        var status = response.VersioningConfig?.Status?.Value;
        return status is null or "" or "Off"
            ? null
            : new() { ["versioningConfiguration"] = new Dictionary<string, object?> { ["status"] = status } };
    }

    protected override async Task RemoveAsync(string bucket, JsonElement inputs, CancellationToken cancellationToken)
    {
        try
        {
            await PutAsync(bucket, "Suspended", cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "InvalidBucketState")
        {
            // A bucket with Object Lock stays versioned for as long as it is there.
        }
    }

    private Task<PutBucketVersioningResponse> PutAsync(
        string bucket, string status, CancellationToken cancellationToken) =>
        s3().PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new() { Status = status } },
            cancellationToken);
}
