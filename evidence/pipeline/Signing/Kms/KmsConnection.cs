using Evidence.Pipeline.Vault.S3;

namespace Evidence.Pipeline.Signing.Kms;

/// <summary>Which AWS Key Management Service.</summary>
public sealed record KmsConnection
{
    /// <summary>Region of the keys.</summary>
    public required string Region { get; init; }

    /// <summary>The server, or null for AWS in <see cref="Region"/>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The key to sign requests with, or null for the AWS credential chain of this process.</summary>
    public S3Credentials? Credentials { get; init; }
}
