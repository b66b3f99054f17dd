namespace Evidence.Pipeline.Vault.S3;

/// <summary>Which bucket, on which server.</summary>
public sealed record S3Connection
{
    /// <summary>Name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>Region of the bucket; of a server that has none, any name. Default <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The server, or null for AWS in <see cref="Region"/>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// Whether the bucket stands in the path rather than in the host name. Default: with an endpoint.
    /// </summary>
    public bool PathStyle { get => field || Endpoint is not null; init; }

    /// <summary>The key to sign requests with, or null for the AWS credential chain of this process.</summary>
    public S3Credentials? Credentials { get; init; }

    /// <summary>For a sentence. Never a credential.</summary>
    public override string ToString() => Endpoint is null
        ? $"bucket \"{Bucket}\" in {Region}"
        : $"bucket \"{Bucket}\" at {Endpoint.GetLeftPart(UriPartial.Authority)}";
}
