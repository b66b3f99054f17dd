namespace Infra.Automation.Local;

/// <summary>How to reach this machine's services, with credentials: for composition roots, never for output.</summary>
public sealed record LocalConnections
{
    /// <summary>The S3 endpoint. Clients use path-style addresses.</summary>
    public required Uri S3Endpoint { get; init; }

    /// <summary>The user who owns the buckets.</summary>
    public required S3Keys S3 { get; init; }

    /// <summary>A second user, who has no right that a bucket policy does not give.</summary>
    public required S3Keys S3Guest { get; init; }

    /// <summary>Npgsql's connection string of the database <c>strata</c>, with the password.</summary>
    public required string PostgresConnectionString { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"S3 at {S3Endpoint}";
}
