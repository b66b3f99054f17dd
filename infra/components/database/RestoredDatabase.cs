using System.Globalization;
using Rds = Pulumi.Aws.Rds;

namespace Infra.Components.Database;

/// <summary>
/// A copy of an instance as it was at some moment, for a drill or a rescue. It belongs in a stack of its own: the block
/// that makes it a copy would replace an instance that is there already. AWS restores into its own defaults, so what
/// the source has is said again. Not stateful: it goes when the drill is over.
/// </summary>
public sealed class RestoredDatabase : ComponentResource
{
    /// <summary>Type token. Part of the child's URN.</summary>
    public const string TypeToken = "strata:database:RestoredDatabase";

    /// <summary>The tag <c>service</c> of copies, which no backup selects.</summary>
    public const string Service = "postgresql-drill";

    /// <summary>Creates the copy.</summary>
    /// <exception cref="ArgumentException">The copy is called as its source.</exception>
    public RestoredDatabase(string name, RestoredDatabaseArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        if (args.Identifier == args.SourceIdentifier)
        {
            throw new ArgumentException(
                $"The copy of the database '{args.SourceIdentifier}' is called as its source: give it another name.",
                nameof(args));
        }

        var copy = new Rds.Instance(
            name,
            new()
            {
                Identifier = args.Identifier,
                RestoreToPointInTime = new Rds.Inputs.InstanceRestoreToPointInTimeArgs
                {
                    SourceDbInstanceIdentifier = args.SourceIdentifier,
                    RestoreTime = args.RestoreTime is { } time ? (Input<string>)Wire(time) : null,
                    UseLatestRestorableTime = args.RestoreTime is null ? (Input<bool>)true : null,
                },
                InstanceClass = args.InstanceClass,
                MultiAz = args.MultiZone,
                DbSubnetGroupName = args.SubnetGroupName,
                ParameterGroupName = args.ParameterGroupName,
                VpcSecurityGroupIds = { args.SecurityGroupId },
                PubliclyAccessible = false,
                CaCertIdentifier = DatabaseDefaults.CertificateAuthority,
                EngineLifecycleSupport = DatabaseDefaults.LifecycleSupport,
                AutoMinorVersionUpgrade = false, // It has the source's version for as long as it lives.
                ManageMasterUserPassword = true,
                MasterUserSecretKmsKeyId = args.SecretKeyArn,
                IamDatabaseAuthenticationEnabled = true,
                CopyTagsToSnapshot = true,
                BackupRetentionPeriod = 0,
                DeleteAutomatedBackups = true,
                SkipFinalSnapshot = true,
                DeletionProtection = false,
                Tags = (args.Tags with { Service = Service }).ToInputs(),
            },
            new() { Parent = this });
        Address = copy.Address;
        MasterSecretArn = copy.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn);
        RegisterOutputs();
    }

    /// <summary>Host name of the copy.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>ARN of the master user's secret of the copy.</summary>
    [Output("masterSecretArn")]
    public Output<string> MasterSecretArn { get; private set; }

    private static string Wire(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
