using System.Globalization;
using Infra.Components.Policies;
using Iam = Pulumi.Aws.Iam;
using Rds = Pulumi.Aws.Rds;

namespace Infra.Components.Database;

/// <summary>
/// What the PostgreSQL instances of an environment share: the subnets they may be in, their parameters, and the role
/// that measures their operating systems. A restored copy uses the same, or it would not be the same database.
/// </summary>
public sealed class DatabaseGroups : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the groups.</summary>
    public const string TypeToken = "strata:database:DatabaseGroups";

    private const string Immediate = "immediate";
    private const string AtRestart = "pending-reboot";

    /// <summary>Name, value, and whether it takes a restart.</summary>
    private static readonly (string Name, string Value, string Apply)[] _parameters =
    [
        ("rds.force_ssl", "1", Immediate),
        ("password_encryption", "scram-sha-256", Immediate),
        ("rds.accepted_password_auth_method", "scram", Immediate),
        ("shared_preload_libraries", "pg_stat_statements", AtRestart),
        ("log_connections", "1", Immediate),
        ("log_disconnections", "1", Immediate),
        ("log_statement", "ddl", Immediate), // Logs CREATE ROLE as written: passwords are sent as SCRAM verifiers only.
        ("log_min_duration_statement", "1000", Immediate), // Milliseconds.
        ("log_lock_waits", "1", Immediate),
        ("idle_in_transaction_session_timeout", "300000", Immediate), // Milliseconds.
    ];

    /// <summary>Creates the groups and the role.</summary>
    public DatabaseGroups(string name, DatabaseGroupsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var version = args.MajorVersion.ToString(CultureInfo.InvariantCulture);
        var child = new CustomResourceOptions { Parent = this };
        var subnets = new Rds.SubnetGroup(
            $"{name}-subnets",
            new()
            {
                Name = $"{args.Prefix}-isolated",
                Description = "Subnets without a way out",
                SubnetIds = args.SubnetIds,
                Tags = args.Tags.ToInputs(),
            },
            child);
        var parameters = new Rds.ParameterGroup(
            $"{name}-parameters",
            new()
            {
                // The family is part of the name: a group cannot change its family, and both exist during an upgrade.
                Name = $"{args.Prefix}-postgres{version}",
                Description = "TLS only, SCRAM only, connections and changes of schema logged",
                Family = $"postgres{version}",
                Parameters = _parameters.Select(Parameter).ToArray(),
                Tags = args.Tags.ToInputs(),
            },
            child);
        var monitoring = new Iam.Role(
            $"{name}-monitoring",
            new()
            {
                Name = $"{args.Prefix}-rds-monitoring",
                Description = "RDS writes measurements of its operating systems to CloudWatch",
                AssumeRolePolicy = Trust().ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            child);
        var attachment = new Iam.RolePolicyAttachment(
            $"{name}-monitoring-policy",
            new()
            {
                Role = monitoring.Name,
                PolicyArn = $"arn:{args.Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
            },
            child);
        SubnetGroupName = subnets.Name;
        ParameterGroupName = parameters.Name;
        // RDS tries the role when an instance is made: whoever reads the ARN waits for the role's policy.
        MonitoringRoleArn = Output.Tuple(monitoring.Arn, attachment.PolicyArn).Apply(role => role.Item1);
        RegisterOutputs();
    }

    /// <summary>Name of the group of subnets.</summary>
    [Output("subnetGroupName")]
    public Output<string> SubnetGroupName { get; private set; }

    /// <summary>Name of the group of parameters.</summary>
    [Output("parameterGroupName")]
    public Output<string> ParameterGroupName { get; private set; }

    /// <summary>ARN of the role that writes measurements, once it may.</summary>
    [Output("monitoringRoleArn")]
    public Output<string> MonitoringRoleArn { get; private set; }

    private static Rds.Inputs.ParameterGroupParameterArgs Parameter(
        (string Name, string Value, string Apply) parameter) =>
        new() { Name = parameter.Name, Value = parameter.Value, ApplyMethod = parameter.Apply };

    private static PolicyDocument Trust() => new(new PolicyStatement
    {
        Sid = "RdsMeasures",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service("monitoring.rds.amazonaws.com"),
        Actions = ["sts:AssumeRole"],
    });
}
