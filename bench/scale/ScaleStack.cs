using System.Globalization;
using Infra.Stacks.Layers;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Bench.Scale;

/// <summary>As many resources as asked for: buckets, and what usually stands around a bucket.</summary>
internal sealed class ScaleStack : Stack
{
    private const int PerBucket = 4;

    public ScaleStack(LayerContext context, int count)
        : base(context.Options)
    {
        for (var made = 0; made < count; made += PerBucket)
        {
            var name = made.ToString(CultureInfo.InvariantCulture);
            var bucket = new Aws.S3.Bucket(name, new() { BucketName = $"bucket-{name}", Tags = context.Tags.ToInputs() });
            var around = new CustomResourceOptions { Parent = bucket };
            _ = new Aws.S3.BucketVersioning(name, new()
            {
                Bucket = bucket.Id,
                VersioningConfiguration = new Aws.S3.Inputs.BucketVersioningVersioningConfigurationArgs
                {
                    Status = "Enabled",
                },
            }, around);
            _ = new Aws.S3.BucketPublicAccessBlock(name, new()
            {
                Bucket = bucket.Id,
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            }, around);
            _ = new Aws.S3.BucketPolicy(name, new()
            {
                Bucket = bucket.Id,
                Policy = Output.Format($"{{\"Statement\":[{{\"Effect\":\"Deny\",\"Resource\":\"{bucket.Arn}\"}}]}}"),
            }, around);
        }
    }
}
