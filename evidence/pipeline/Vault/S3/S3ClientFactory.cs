using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>The SDK's client, set up so that every retry, time limit and connection is ours to decide.</summary>
internal static class S3ClientFactory
{
    // More requests than this are never in flight; idle connections cost the server memory.
    private const int MostConnections = 96;

    // Shorter than the idle limit of common servers and balancers, so that we do not write into a closing connection.
    private static readonly TimeSpan _idleConnection = TimeSpan.FromSeconds(20);

    public static AmazonS3Client Create(S3Connection connection, VaultBudget budget)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = connection.PathStyle,
            // The SDK would repeat a write without looking whether the first one is there: a second locked version.
            MaxErrorRetry = 0,
            ThrottleRetries = false,
            Timeout = Timeout.InfiniteTimeSpan,
            ConnectTimeout = budget.Connect,
            // Servers other than AWS know no checksum trailers; what is required is sent, as a plain header.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            HttpClientFactory = new Connections(budget),
        };
        if (connection.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = connection.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(connection.Region);
        }

        return connection.Credentials is { } credentials
            ? new AmazonS3Client(credentials.ToSdk(), config)
            : new AmazonS3Client(config);
    }

    private sealed class Connections(VaultBudget budget) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = budget.Connect,
            MaxConnectionsPerServer = MostConnections,
            PooledConnectionIdleTimeout = _idleConnection,
            UseCookies = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // Each call has its own, which knows what was attempted.
        };

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
    }
}
