namespace Infra.Automation.Local;

/// <summary>What to run on this machine, and where.</summary>
public sealed record LocalSettings
{
    /// <summary>Port of the S3 endpoint where none was ever chosen.</summary>
    public const int DefaultS3Port = 7480;

    /// <summary>Port of PostgreSQL where none was ever chosen.</summary>
    public const int DefaultPostgresPort = 7432;

    /// <summary>The folder that holds all local data: <c>.local/</c>, or what STRATA_LOCAL names.</summary>
    public required string Folder
    {
        get;
        init => field = Path.GetFullPath(value);
    }

    /// <summary>Port of the S3 endpoint on 127.0.0.1. Null: the one of the last start, or 7480.</summary>
    public int? S3Port { get; init => field = Port(value, nameof(S3Port)); }

    /// <summary>Port of PostgreSQL on 127.0.0.1. Null: the one of the last start, or 7432.</summary>
    public int? PostgresPort { get; init => field = Port(value, nameof(PostgresPort)); }

    /// <summary>What holds the objects. Null: the kind of the last start, or bluestore. Fixed until a purge.</summary>
    public StoreKind? Store { get; init; }

    /// <summary>How long all services together may take to become healthy. Default: three minutes (slow disks).</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(3);

    private static int? Port(int? value, string name) => value is null or (>= 1 and <= 65535)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A port is a number from 1 to 65535.");
}
