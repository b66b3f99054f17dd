using System.Diagnostics;
using Amazon.S3;
using Amazon.S3.Model;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Infra.Automation.Local;
using Tests.Support;
using DefaultRetention = Amazon.S3.Model.DefaultRetention;

namespace Evidence.Tests.Real;

/// <summary>Buckets on the real server, and pipelines on them.</summary>
internal sealed class RealVault(RealServices services)
{
    public S3Keys Owner => services.Connections.S3;

    public Uri Endpoint => services.Connections.S3Endpoint;

    public AmazonS3Client Client() => S3.Client(Endpoint, Owner);

    public AmazonS3Client GuestClient() => S3.Client(Endpoint, services.Connections.S3Guest);

    /// <summary>A new bucket with Object Lock, with a default rule of one day if a mode is given.</summary>
    public async Task<string> BucketAsync(ObjectLockRetentionMode? mode = null, bool objectLock = true)
    {
        using var client = Client();
        var bucket = RealServices.UniqueName("vault");
        await client.PutBucketAsync(
            new PutBucketRequest { BucketName = bucket, ObjectLockEnabledForBucket = objectLock });
        if (mode is not null)
        {
            await client.PutObjectLockConfigurationAsync(new PutObjectLockConfigurationRequest
            {
                BucketName = bucket,
                ObjectLockConfiguration = new ObjectLockConfiguration
                {
                    ObjectLockEnabled = ObjectLockEnabled.Enabled,
                    Rule = new ObjectLockRule { DefaultRetention = new DefaultRetention { Mode = mode, Days = 1 } },
                },
            });
        }

        return bucket;
    }

    public S3Connection Connection(string bucket, Uri? endpoint = null, S3Keys? keys = null)
    {
        var user = keys ?? Owner;
        return new S3Connection
        {
            Bucket = bucket,
            Endpoint = endpoint ?? Endpoint,
            Credentials = new S3Credentials(user.AccessKey, user.SecretKey),
        };
    }

    public S3VaultStore Store(string bucket, Uri? endpoint = null, S3Keys? keys = null, VaultBudget? budget = null) =>
        new(Connection(bucket, endpoint, keys), budget ?? PipelineFixture.Quick, TimeProvider.System);

    /// <summary>Runs radosgw-admin on the server.</summary>
    public static async Task AdministerAsync(params IEnumerable<string> arguments)
    {
        var conf = Path.Combine(RealServices.Folder, "ceph", "ceph.conf");
        var start = new ProcessStartInfo("radosgw-admin", ["-c", conf, "-n", "client.rgw", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("radosgw-admin did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + error);
    }
}
