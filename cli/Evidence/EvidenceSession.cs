using Evidence.Pipeline;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Infra.Automation.Local;
using Infra.Components.Evidence;
using Npgsql;
using Strata.Cli.Evidence.Keys;
using Strata.Cli.Frame;
using Strata.Cli.Infra;
using StoreKind = Infra.Stacks.Environments.StoreKind;

namespace Strata.Cli.Evidence;

/// <summary>The evidence of one environment, ready for use.</summary>
internal sealed class EvidenceSession : IDisposable
{
    private readonly S3HeadStore _headBucket;
    private readonly NpgsqlDataSource? _database;

    private EvidenceSession(
        S3Connection connection, string headBucket, string? database, PipelineSettings settings, TimeProvider time)
    {
        (Connection, Settings) = (connection, settings);
        Store = new S3VaultStore(connection, settings.Budget, time);
        _headBucket = new S3HeadStore(connection with { Bucket = headBucket }, settings.Budget, time);
        _database = database is null ? null : NpgsqlDataSource.Create(database);
        var rows = _database is null
            ? null
            : new PostgresHeadStore(_database, EvidencePipeline.OriginOf(connection.Bucket), settings.Budget);
        Pipeline = new EvidencePipeline(Store, new ChosenHeadStore(_headBucket, rows), settings, time);
    }

    public string Environment => Settings.Environment;

    public S3Connection Connection { get; }

    public PipelineSettings Settings { get; }

    public IVaultStore Store { get; }

    public EvidencePipeline Pipeline { get; }

    /// <summary>
    /// Composes the pipeline of an environment: its file says which vault, this machine's services or the AWS
    /// credential chain say how to get in, and keys and trust are this machine's own.
    /// </summary>
    public static async Task<EvidenceSession> OpenAsync(App app, string name, CancellationToken cancellationToken)
    {
        var environment = Environments.Read(app, name);
        var connection = new S3Connection
        {
            Bucket = EvidenceVault.PrimaryBucketNameOf(environment.Prefix),
            Region = environment.Region,
        };
        string? database = null;
        if (environment.Store.Kind is StoreKind.S3Compatible)
        {
            var local = await LocalServices.ReadAsync(app.Local, cancellationToken);
            connection = connection with
            {
                Endpoint = local.S3Endpoint,
                Credentials = new S3Credentials(local.S3.AccessKey, local.S3.SecretKey),
            };
            database = local.PostgresConnectionString;
        }

        var keys = new LocalKeys(app);
        var retention = environment.Evidence.Retention;
        var settings = new PipelineSettings
        {
            Environment = environment.Name,
            DefaultRetention = new RetentionClass
            {
                Name = RetentionClass.EnvironmentDefault,
                Mode = retention.Mode is RetentionMode.Compliance ? LockMode.Compliance : LockMode.Governance,
                Days = retention.Default.Days,
                Meaning = $"The default of {environment.Name}: {retention.Default}.",
            },
            Collector = new Collector
            {
                Version = VersionVerb.Current,
                User = System.Environment.UserName,
                Host = System.Environment.MachineName,
            },
            Signers = keys.Signers(environment.Region),
            TrustFolder = keys.Trust.Path,
        };
        return new EvidenceSession(
            connection, EvidenceVault.HeadBucketNameOf(environment.Prefix), database, settings, app.Time);
    }

    public void Dispose()
    {
        _headBucket.Dispose();
        _database?.Dispose();
        Store.Dispose();
    }
}
