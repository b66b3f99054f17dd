using Infra.Components.Policies;

namespace Infra.Components.Keys;

/// <summary>
/// Who may use the key of a purpose. The account's own policies decide about everything, as with a key that AWS makes,
/// but only where the call comes through the services the key is for: no policy of a role can have the key decrypt
/// something else.
/// </summary>
internal static class KeyPolicies
{
    private const string Everything = "*";

    private static readonly string[] _use =
        ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

    /// <summary>The policy.</summary>
    /// <exception cref="ArgumentException">No key has that purpose.</exception>
    public static PolicyDocument Of(string purpose, AwsScope scope) => new(
    [
        Administered(scope),
        .. purpose switch
        {
            KeyPurposes.Logs => [Logged(scope), .. Through(scope, "aps")],
            KeyPurposes.Data => Through(scope, "rds", "backup"),
            KeyPurposes.Secrets => Through(scope, "secretsmanager", "rds"),
            KeyPurposes.Cluster => Direct(scope, [.. _use, "kms:CreateGrant", "kms:ListGrants"]),
            KeyPurposes.Volumes => [.. Through(scope, "ec2", "backup"), .. Scaling(scope)],
            KeyPurposes.Backup => Through(scope, "backup", "rds"),
            KeyPurposes.Topics => [.. Through(scope, "sns"), .. Publishing(scope)],
            KeyPurposes.VaultUnseal => Direct(scope, "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"),
            KeyPurposes.Registry => Through(scope, "ecr"),
            _ => throw new ArgumentException($"No key has the purpose '{purpose}'; there is "
                + $"{string.Join(", ", KeyPurposes.All)}.", nameof(purpose)),
        },
    ]);

    /// <summary>Managing a key is the account's, using it is not: what is not in this list needs a statement.</summary>
    private static PolicyStatement Administered(AwsScope scope) => new()
    {
        Sid = "AccountAdministers",
        Effect = PolicyEffect.Allow,
        Principal = Account(scope),
        Actions =
        [
            "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey",
            "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants",
            "kms:ListKeyPolicies", "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy",
            "kms:RevokeGrant", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource",
            "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
        ],
        Resources = [Everything],
    };

    private static PolicyStatement[] Direct(AwsScope scope, params string[] actions) =>
    [
        new()
        {
            Sid = "AccountDecides",
            Effect = PolicyEffect.Allow,
            Principal = Account(scope),
            Actions = actions,
            Resources = [Everything],
        },
    ];

    /// <summary>A service that keeps using the key does so by a grant, and may make none for anybody else.</summary>
    private static PolicyStatement[] Through(AwsScope scope, params string[] services)
    {
        var via = new PolicyCondition(
            "StringEquals", "kms:ViaService", [.. services.Select(s => $"{s}.{scope.Region}.amazonaws.com")]);
        return
        [
            new()
            {
                Sid = "AccountUsesThroughServices",
                Effect = PolicyEffect.Allow,
                Principal = Account(scope),
                Actions = _use,
                Resources = [Everything],
                Conditions = [via],
            },
            new()
            {
                Sid = "ServicesHoldGrants",
                Effect = PolicyEffect.Allow,
                Principal = Account(scope),
                Actions = ["kms:CreateGrant"],
                Resources = [Everything],
                Conditions = [via, new("Bool", "kms:GrantIsForAWSResource", "true")],
            },
        ];
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    private static PolicyStatement Logged(AwsScope scope) => new()
    {
        Sid = "LogGroupsOfTheAccount",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service($"logs.{scope.Region}.amazonaws.com"),
        Actions = _use,
        Resources = [Everything],
        Conditions =
        [
            new("ArnLike", "kms:EncryptionContext:aws:logs:arn", scope.Arn("logs", "log-group:*")),
        ],
    };

    /// <summary>
    /// Auto Scaling starts nodes in a role of its own whose policy is not ours, so the key names that role. By a
    /// condition: a principal that does not exist yet would be refused, and the role is there with the first group.
    /// </summary>
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
    private static PolicyStatement[] Scaling(AwsScope scope)
    {
        var role = new PolicyCondition(
            "ArnEquals",
            "aws:PrincipalArn",
            $"arn:{scope.Partition}:iam::{scope.Account}:role/aws-service-role/autoscaling.amazonaws.com/"
            + "AWSServiceRoleForAutoScaling");
        var account = new PolicyCondition("StringEquals", "kms:CallerAccount", scope.Account);
        return
        [
            new()
            {
                Sid = "AutoScalingUses",
                Effect = PolicyEffect.Allow,
                Principal = PolicyPrincipal.Everyone,
                Actions = _use,
                Resources = [Everything],
                Conditions = [role, account],
            },
            new()
            {
                Sid = "AutoScalingHoldsGrants",
                Effect = PolicyEffect.Allow,
                Principal = PolicyPrincipal.Everyone,
                Actions = ["kms:CreateGrant"],
                Resources = [Everything],
                Conditions = [role, account, new("Bool", "kms:GrantIsForAWSResource", "true")],
            },
        ];
    }

    /// <summary>Services that publish to an encrypted topic encrypt by themselves, and so must reach its key.</summary>
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    private static IEnumerable<PolicyStatement> Publishing(AwsScope scope) =>
        new[]
        {
            ("Alarms", "cloudwatch"), ("Backups", "backup"), ("Budgets", "budgets"), ("CostAlerts", "costalerts"),
            ("DatabaseEvents", "events.rds"), ("Events", "events"),
        }
        .Select(publisher => new PolicyStatement
        {
            Sid = $"{publisher.Item1}Publish",
            Effect = PolicyEffect.Allow,
            Principal = PolicyPrincipal.Service($"{publisher.Item2}.amazonaws.com"),
            Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resources = [Everything],
            Conditions = [new("StringEquals", "aws:SourceAccount", scope.Account)],
        });

    private static PolicyPrincipal Account(AwsScope scope) =>
        PolicyPrincipal.Account(scope.Partition, scope.Account);
}
