using Amazon.S3;
using Amazon.S3.Model;
using Npgsql;
using Tests.Support;

namespace Infra.Tests.Local;

public sealed class RealServicesTests(RealServices services) : IClassFixture<RealServices>
{
    [RealServicesFact]
    public async Task The_s3_server_keeps_an_object_in_a_bucket_with_object_lock()
    {
        using var client = S3.Client(services.Connections.S3Endpoint, services.Connections.S3);
        var bucket = RealServices.UniqueName("fixture");
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectLockEnabledForBucket = true });

        await client.PutObjectAsync(new() { BucketName = bucket, Key = "fact", ContentBody = "kept" });

        using var found = await client.GetObjectAsync(bucket, "fact");
        using var reader = new StreamReader(found.ResponseStream);
        Assert.Equal("kept", await reader.ReadToEndAsync());
    }

    [RealServicesFact]
    public async Task The_guest_may_not_list_the_owners_bucket()
    {
        using var owner = S3.Client(services.Connections.S3Endpoint, services.Connections.S3);
        using var guest = S3.Client(services.Connections.S3Endpoint, services.Connections.S3Guest);
        var bucket = RealServices.UniqueName("fixture");
        await owner.PutBucketAsync(bucket);

        var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => guest.ListObjectsV2Async(new() { BucketName = bucket }));

        Assert.Equal("AccessDenied", refusal.ErrorCode);
    }

    [RealServicesFact]
    public async Task Postgres_answers_over_tcp_with_a_password_only()
    {
        var right = services.Connections.PostgresConnectionString;
        await using var connection = new NpgsqlConnection(right);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SHOW password_encryption", connection);
        Assert.Equal("scram-sha-256", await command.ExecuteScalarAsync());

        await using var wrong = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(right) { Password = "guess" }.ConnectionString);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => wrong.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }
}
