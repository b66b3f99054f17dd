namespace Infra.Components.Database;

/// <summary>
/// An instance of its own for a tenant whose contract asks for one, with the service's credentials for it. It is
/// backed up, patched and restored without touching anybody else. Stateful.
/// </summary>
public sealed class DedicatedDatabase : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the instance.</summary>
    public const string TypeToken = "strata:database:DedicatedDatabase";

    /// <summary>Creates the tenant's instance and secret.</summary>
    public DedicatedDatabase(string name, DedicatedDatabaseArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var tags = args.Instance.Tags with { Tenant = args.Tenant };
        var shared = args.Instance;
        var instance = new PostgresInstance(
            $"{name}-instance",
            new()
            {
                Identifier = $"{shared.Identifier}-{args.Tenant}",
                MajorVersion = shared.MajorVersion,
                Size = shared.Size,
                Care = shared.Care,
                Keys = shared.Keys,
                Groups = shared.Groups,
                SecurityGroupId = shared.SecurityGroupId,
                Tags = tags,
                Home = shared.Home,
                Replica = shared.Replica,
            },
            new() { Parent = this });
        var secret = new DatabaseSecret(
            $"{name}-secret",
            new()
            {
                Prefix = args.Secret.Prefix,
                Partition = args.Secret.Partition,
                Account = args.Secret.Account,
                Database = args.Secret.Database,
                Infix = $"tenant/{args.Tenant}",
                KeyArn = args.Secret.KeyArn,
                RecoveryDays = args.Secret.RecoveryDays,
                Tags = tags,
            },
            new() { Parent = this, Provider = shared.Home });
        Address = instance.Address;
        SecretArn = secret.SecretArn;
        MasterSecretArn = instance.MasterSecretArn;
        RegisterOutputs();
    }

    /// <summary>Host name of the tenant's instance.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>ARN of the secret of the service's user in it.</summary>
    [Output("secretArn")]
    public Output<string> SecretArn { get; private set; }

    /// <summary>ARN of the master user's secret.</summary>
    [Output("masterSecretArn")]
    public Output<string> MasterSecretArn { get; private set; }
}
