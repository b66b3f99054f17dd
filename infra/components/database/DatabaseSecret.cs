using Infra.Components.Policies;
using SecretsManager = Pulumi.Aws.SecretsManager;

namespace Infra.Components.Database;

/// <summary>
/// The place of one database user's credentials. It is made empty: the job of <c>setup/</c> writes the value from
/// inside the VPC, so that no program, graph or state ever holds it. Nobody but the roles of
/// <see cref="SecretReaders"/> can read it, administrators included.
/// </summary>
public sealed class DatabaseSecret : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the secret.</summary>
    public const string TypeToken = "strata:database:DatabaseSecret";

    /// <summary>Creates the secret and its policy.</summary>
    public DatabaseSecret(string name, DatabaseSecretArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var infix = args.Infix.Length == 0 ? "" : $"{args.Infix}/";
        var secret = new SecretsManager.Secret(
            name,
            new()
            {
                Name = $"{args.Prefix}/database/{infix}{args.Database.Purpose}",
                Description = $"Who signs in to the database {args.Database.Database}, and how",
                KmsKeyId = args.KeyArn,
                RecoveryWindowInDays = args.RecoveryDays,
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        _ = new SecretsManager.SecretPolicy(
            $"{name}-policy",
            new() { SecretArn = secret.Arn, BlockPublicPolicy = true, Policy = Policy(args).ToJson() },
            new() { Parent = this });
        SecretArn = secret.Arn;
        SecretName = secret.Name;
        RegisterOutputs();
    }

    /// <summary>ARN of the secret.</summary>
    [Output("secretArn")]
    public Output<string> SecretArn { get; private set; }

    /// <summary>Name of the secret.</summary>
    [Output("secretName")]
    public Output<string> SecretName { get; private set; }

    /// <summary>It only denies: the roles' own policies say what they may.</summary>
    private static PolicyDocument Policy(DatabaseSecretArgs args)
    {
        var maker = SecretReaders.Arn(args.Partition, args.Account, SecretReaders.Maker(args.Prefix));
        var copier = SecretReaders.Arn(args.Partition, args.Account, SecretReaders.Copier(args.Prefix));
        return new(
            Deny(
                "DenyOtherReaders",
                ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
                new PolicyCondition("ArnNotEquals", "aws:PrincipalArn", copier, maker)),
            Deny(
                "DenyOtherWriters",
                ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"],
                new PolicyCondition("ArnNotEquals", "aws:PrincipalArn", maker)),
            Deny(
                "DenyPlainHttp",
                ["secretsmanager:*"],
                new PolicyCondition("Bool", "aws:SecureTransport", "false")));
    }

    private static PolicyStatement Deny(string sid, IReadOnlyList<string> actions, PolicyCondition condition) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Deny,
        Principal = PolicyPrincipal.Everyone,
        Actions = actions,
        Resources = ["*"],
        Conditions = [condition],
    };
}
