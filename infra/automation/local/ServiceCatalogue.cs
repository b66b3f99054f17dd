using System.Globalization;
using Npgsql;

namespace Infra.Automation.Local;

/// <summary>The two services as <c>services.json</c> describes them.</summary>
internal sealed class ServiceCatalogue(string folder, TimeProvider time)
{
    public const string S3Name = "s3";
    public const string PostgresName = "postgres";
    public const string CephFolder = "ceph";
    public const string PostgresFolder = "postgres";
    public const string RunFolder = "run";
    public const string LogFolder = "logs";
    public const string CredentialsFile = "credentials";

    private static readonly string[] _s3Lines =
        ["S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_GUEST_ACCESS_KEY", "S3_GUEST_SECRET_KEY"];

    public IReadOnlyList<Service> All(ServicesDocument document) => [S3(document), Postgres(document)];

    /// <summary>The processes that run now.</summary>
    public IReadOnlyList<ServicesDocument.DaemonPart> DaemonsOf(ServicesDocument document) =>
    [
        .. from daemon in All(document).SelectMany(service => service.Daemons)
           let pid = daemon.Pid
           where pid is not null
           select new ServicesDocument.DaemonPart(daemon.Name, pid.Value, daemon.Log),
    ];

    private Service S3(ServicesDocument document)
    {
        var data = Absolute(document.S3.Data);
        return new Service
        {
            Name = S3Name,
            Title = "the S3 server (Ceph)",
            Endpoint = document.S3.Endpoint.AbsoluteUri.TrimEnd('/'),
            Starting = "starting the S3 server (Ceph: mon, osd, gateway)",
            Credentials = PathOf(document.S3.Credentials),
            Data = data,
            Variables = new Dictionary<string, string>
            {
                ["STRATA_MON_PORT"] = Text(document.MonitorPort ?? 0),
                ["STRATA_STORE"] = document.Store is StoreKind.Memstore ? "memstore" : "bluestore",
                ["STRATA_S3_BIND"] = document.S3.Endpoint.Authority,
            },
            Daemons = data is null
                ? []
                :
                [
                    Daemon("mon", "ceph/mon.sh", data),
                    Daemon("osd", "ceph/osd.sh", data),
                    // The gateway keeps nothing, and waits for minutes on a store that is gone.
                    Daemon("gateway", "ceph/gateway.sh", data, stopLimit: TimeSpan.FromSeconds(5)),
                ],
            RequestAsync = async cancellation => await Health.OfS3Async(
                document.S3.Endpoint, (await S3KeysAsync(document, cancellation)).Owner, cancellation),
        };
    }

    private Service Postgres(ServicesDocument document)
    {
        var data = Absolute(document.Postgres.Data);
        return new Service
        {
            Name = PostgresName,
            Title = "PostgreSQL",
            Endpoint = $"{document.Postgres.Host}:{Text(document.Postgres.Port)}",
            Starting = "starting PostgreSQL",
            Credentials = PathOf(document.Postgres.Credentials),
            Data = data,
            Variables = new Dictionary<string, string>
            {
                ["STRATA_POSTGRES_LISTEN"] = document.Postgres.Host,
                ["STRATA_POSTGRES_PORT"] = Text(document.Postgres.Port),
            },
            // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
            Daemons = data is null ? [] : [Daemon("postgres", "postgres/postgres.sh", data, Signals.Interrupt)],
            RequestAsync = async cancellation =>
                await Health.OfPostgresAsync(await ConnectionStringAsync(document, cancellation), cancellation),
        };
    }

    public async Task<(S3Keys Owner, S3Keys Guest)> S3KeysAsync(
        ServicesDocument document, CancellationToken cancellationToken)
    {
        var keys = await CredentialFile.ReadAsync(PathOf(document.S3.Credentials), _s3Lines, cancellationToken);
        return (new S3Keys(keys[0], keys[1]), new S3Keys(keys[2], keys[3]));
    }

    public async Task<string> ConnectionStringAsync(ServicesDocument document, CancellationToken cancellationToken)
    {
        var postgres = document.Postgres;
        var password = await CredentialFile.ReadAsync(
            PathOf(postgres.Credentials), ["POSTGRES_PASSWORD"], cancellationToken);
        return new NpgsqlConnectionStringBuilder
        {
            Host = postgres.Host,
            Port = postgres.Port,
            Database = postgres.Database,
            Username = postgres.User,
            Password = password[0],
        }.ConnectionString;
    }

    public string Folder { get; } = folder;

    public string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>Deletes a folder of the services, if it is there.</summary>
    public void Delete(string folder)
    {
        if (Directory.Exists(PathOf(folder)))
        {
            Directory.Delete(PathOf(folder), recursive: true);
        }
    }

    private string? Absolute(string? relative) => relative is null ? null : PathOf(relative);

    private Daemon Daemon(
        string name, string script, string data, int stopSignal = Signals.Terminate, TimeSpan? stopLimit = null) => new()
        {
            Name = name,
            Script = script,
            Data = data,
            PidFile = PathOf($"{RunFolder}/{name}.pid"),
            Log = PathOf($"{LogFolder}/{name}.log"),
            StopSignal = stopSignal,
            StopLimit = stopLimit ?? TimeSpan.FromSeconds(15),
            Time = time,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
