using System.Collections.Immutable;
using System.Globalization;
using Infra.Components.Backup;
using Infra.Components.Database;
using Infra.Components.Flows;
using Infra.Components.Keys;
using Infra.Components.Tagging;
using Infra.Stacks.Environments;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Aws = Pulumi.Aws;

namespace Infra.Stacks.Data;

/// <summary>The <c>data</c> layer: PostgreSQL, the places of its users' credentials, backups in two regions.</summary>
public sealed class DataStack : Stack
{
    private readonly EnvironmentSettings _environment;
    private readonly DataSettings _data;
    private readonly FoundationReference _foundation;
    private readonly LayerContext _context;
    private readonly Aws.Provider _home;
    private readonly Aws.Provider _replica;

    /// <summary>Declares the layer.</summary>
    /// <exception cref="ArgumentException">The environment has no such layer.</exception>
    public DataStack(LayerContext context)
        : base(context.Options)
    {
        (_context, _environment) = (context, context.Environment);
        _data = _environment.Data ?? throw new ArgumentException(
            $"The environment '{_environment.Name}' has no layer 'data': its file has no section 'data'.",
            nameof(context));
        _foundation = new(context);
        (_home, _replica) = (Provider("home", _environment.Region), Provider("replica", _environment.ReplicaRegion));

        var groups = new DatabaseGroups(
            "database-groups",
            new()
            {
                Prefix = _environment.Prefix,
                Partition = _environment.Partition,
                MajorVersion = _data.MajorVersion,
                SubnetIds = _foundation.IsolatedSubnetIds,
                Tags = Tags,
            },
            At(_home));
        var shared = InstanceArgs(groups, _data.Shared);
        var database = new PostgresInstance("database", shared, Options());
        var secrets = PlatformDatabase.All.ToDictionary(
            one => one, one => new DatabaseSecret($"secret-{one.Purpose}", SecretArgs(one), At(_home)));
        var dedicated = _data.DedicatedTenants.ToDictionary(
            tenant => tenant.Key, tenant => Dedicated(groups, tenant.Key, tenant.Value));
        var vault = Backups(groups);

        DatabaseAddress = database.Address;
        DatabasePort = Output.Create(DatabaseDefaults.Port.ToString(CultureInfo.InvariantCulture));
        DatabaseIdentifier = database.Identifier;
        DatabaseArn = database.Arn;
        MasterSecretArn = database.MasterSecretArn;
        SecretArns = Map(secrets.Select(secret => (secret.Key.Purpose, secret.Value.SecretArn)));
        SecretNames = Map(secrets.Select(secret => (secret.Key.Purpose, secret.Value.SecretName)));
        DatabaseNames = Map(PlatformDatabase.All.Select(one => (one.Purpose, Output.Create(one.Database))));
        BackupVaultName = vault;
        SubnetGroupName = groups.SubnetGroupName;
        ParameterGroupName = groups.ParameterGroupName;
        DedicatedAddresses = Map(dedicated.Select(tenant => (tenant.Key, tenant.Value.Address)));
        DedicatedSecretArns = Map(dedicated.Select(tenant => (tenant.Key, tenant.Value.SecretArn)));
        DedicatedMasterSecretArns = Map(dedicated.Select(tenant => (tenant.Key, tenant.Value.MasterSecretArn)));
    }

    /// <summary>Host name of PostgreSQL.</summary>
    [Output("databaseAddress")]
    public Output<string> DatabaseAddress { get; private set; }

    /// <summary>Port of PostgreSQL, as text.</summary>
    [Output("databasePort")]
    public Output<string> DatabasePort { get; private set; }

    /// <summary>What the instance is called in RDS.</summary>
    [Output("databaseIdentifier")]
    public Output<string> DatabaseIdentifier { get; private set; }

    /// <summary>ARN of the instance.</summary>
    [Output("databaseArn")]
    public Output<string> DatabaseArn { get; private set; }

    /// <summary>ARN of the secret of the master user.</summary>
    [Output("masterSecretArn")]
    public Output<string> MasterSecretArn { get; private set; }

    /// <summary>ARN of each database user's secret, by the database's purpose.</summary>
    [Output("secretArns")]
    public Output<ImmutableDictionary<string, string>> SecretArns { get; private set; }

    /// <summary>Name of each database user's secret, by the database's purpose.</summary>
    [Output("secretNames")]
    public Output<ImmutableDictionary<string, string>> SecretNames { get; private set; }

    /// <summary>Name of each database in PostgreSQL, by its purpose.</summary>
    [Output("databaseNames")]
    public Output<ImmutableDictionary<string, string>> DatabaseNames { get; private set; }

    /// <summary>Name of the vault of backups.</summary>
    [Output("backupVaultName")]
    public Output<string> BackupVaultName { get; private set; }

    /// <summary>Name of the group of subnets that instances are in.</summary>
    [Output("subnetGroupName")]
    public Output<string> SubnetGroupName { get; private set; }

    /// <summary>Name of the instances' group of parameters.</summary>
    [Output("parameterGroupName")]
    public Output<string> ParameterGroupName { get; private set; }

    /// <summary>Host name of each dedicated instance, by its tenant.</summary>
    [Output("dedicatedAddresses")]
    public Output<ImmutableDictionary<string, string>> DedicatedAddresses { get; private set; }

    /// <summary>ARN of the service's secret for each dedicated instance, by its tenant.</summary>
    [Output("dedicatedSecretArns")]
    public Output<ImmutableDictionary<string, string>> DedicatedSecretArns { get; private set; }

    /// <summary>ARN of the secret of each dedicated instance's master user, by its tenant.</summary>
    [Output("dedicatedMasterSecretArns")]
    public Output<ImmutableDictionary<string, string>> DedicatedMasterSecretArns { get; private set; }

    private StandardTags Tags => _context.Tags with { Service = DatabaseDefaults.Service };

    private PostgresInstanceArgs InstanceArgs(DatabaseGroups groups, InstanceSize size) => new()
    {
        Identifier = $"{_environment.Prefix}-postgres",
        MajorVersion = _data.MajorVersion,
        Size = size,
        Care = _data.Care,
        Keys = new(
            _foundation.KeyArn(KeyPurposes.Data),
            _foundation.ReplicaKeyArn(KeyPurposes.Data),
            _foundation.KeyArn(KeyPurposes.Secrets),
            _foundation.KeyArn(KeyPurposes.Logs)),
        Groups = groups,
        SecurityGroupId = _foundation.SecurityGroupId(SecurityGroupNames.Database),
        Tags = Tags,
        Home = _home,
        Replica = _replica,
    };

    private DatabaseSecretArgs SecretArgs(PlatformDatabase database) => new()
    {
        Prefix = _environment.Prefix,
        Partition = _environment.Partition,
        Account = _environment.Account,
        Database = database,
        KeyArn = _foundation.KeyArn(KeyPurposes.Secrets),
        RecoveryDays = _data.SecretRecoveryDays,
        Tags = Tags,
    };

    private DedicatedDatabase Dedicated(DatabaseGroups groups, string tenant, InstanceSize size) => new(
        $"database-{tenant}",
        new()
        {
            Tenant = tenant,
            Instance = InstanceArgs(groups, size),
            Secret = SecretArgs(PlatformDatabase.Service),
        },
        Options());

    private Output<string> Backups(DatabaseGroups groups)
    {
        var topic = new BackupTopic(
            "database-topic",
            new()
            {
                TopicName = $"{_environment.Prefix}-databases",
                Account = _environment.Account,
                KeyArn = _foundation.KeyArn(KeyPurposes.Topics),
                Tags = Tags,
            },
            At(_home));
        var vault = Vault("backup-vault", _foundation.KeyArn(KeyPurposes.Backup), topic.TopicArn, _home);
        var remote = Vault("backup-vault-replica", _foundation.ReplicaKeyArn(KeyPurposes.Backup), null, _replica);
        _ = new BackupPlan(
            "backups",
            new()
            {
                Prefix = _environment.Prefix,
                Partition = _environment.Partition,
                Account = _environment.Account,
                Vault = vault,
                RemoteVault = remote,
                DailyDays = _data.DailyDays,
                MonthlyDays = _data.MonthlyDays,
                Selected = Tags,
                SubnetGroupName = groups.SubnetGroupName,
                ParameterGroupName = groups.ParameterGroupName,
                SecurityGroupId = _foundation.SecurityGroupId(SecurityGroupNames.Database),
                Tags = Tags,
            },
            At(_home));
        return vault.VaultName;
    }

    private BackupVault Vault(string name, Output<string> key, Input<string>? topic, Aws.Provider provider) => new(
        name,
        new()
        {
            VaultName = $"{_environment.Prefix}-databases",
            KeyArn = key,
            Lock = _data.Lock,
            TopicArn = topic,
            Tags = Tags,
        },
        At(provider));

    private ComponentResourceOptions Options() => new() { Protect = _environment.Protect };

    private ComponentResourceOptions At(Aws.Provider provider) =>
        new() { Protect = _environment.Protect, Provider = provider };

    private Aws.Provider Provider(string name, string region) =>
        new(name, new() { Region = region, AllowedAccountIds = { _environment.Account } });

    private static Output<ImmutableDictionary<string, string>> Map(
        IEnumerable<(string Key, Output<string> Value)> entries)
    {
        var all = entries.ToList();
        return Output.All(all.Select(entry => entry.Value)).Apply(values =>
            all.Zip(values).ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
    }
}
