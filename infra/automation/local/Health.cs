using Amazon.Runtime;
using Amazon.S3;
using Npgsql;

namespace Infra.Automation.Local;

/// <summary>Whether a service answers a real request. Null means yes; else what went wrong.</summary>
internal static class Health
{
    /// <summary>How long one request may take.</summary>
    private static readonly TimeSpan _requestLimit = TimeSpan.FromSeconds(5);

    /// <summary>A signed request to the S3 server, which has to reach its store to answer it.</summary>
    public static async Task<string?> OfS3Async(Uri endpoint, S3Keys keys, CancellationToken cancellationToken)
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(keys.AccessKey, keys.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = endpoint.AbsoluteUri,
                AuthenticationRegion = "us-east-1",
                ForcePathStyle = true,
                Timeout = _requestLimit,
                MaxErrorRetry = 0,
            });
        try
        {
            await client.ListBucketsAsync(cancellationToken);
            return null;
        }
        catch (Exception exception)
            when (exception is AmazonClientException or AmazonServiceException or HttpRequestException
                or IOException or TimeoutException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return exception.Message;
        }
    }

    public static async Task<string?> OfPostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        var limited = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Timeout = (int)_requestLimit.TotalSeconds,
            CommandTimeout = (int)_requestLimit.TotalSeconds,
            Pooling = false,
        };
        try
        {
            await using var connection = new NpgsqlConnection(limited.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT 1", connection);
            return await command.ExecuteScalarAsync(cancellationToken) is 1 ? null : "SELECT 1 did not give 1.";
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return exception.Message;
        }
    }
}
