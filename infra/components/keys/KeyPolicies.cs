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
    public static PolicyDocument Of(string purpose, KeyHolder holder) => new(
    [
        Administered(holder),
        .. purpose switch
        {
            KeyPurposes.Logs => [Logged(holder)],
            KeyPurposes.Data => Through(holder, "rds", "backup"),
            KeyPurposes.Secrets => Through(holder, "secretsmanager", "rds"),
            KeyPurposes.Cluster => Direct(holder, [.. _use, "kms:CreateGrant", "kms:ListGrants"]),
            KeyPurposes.Volumes => [.. Through(holder, "ec2", "backup"), .. Scaling(holder)],
            KeyPurposes.Backup => Through(holder, "backup", "rds"),
            KeyPurposes.Topics => [.. Through(holder, "sns"), .. Publishing(holder)],
            KeyPurposes.VaultUnseal => Direct(holder, "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"),
            KeyPurposes.Registry => Through(holder, "ecr"),
            _ => throw new ArgumentException($"No key has the purpose '{purpose}'; there is "
                + $"{string.Join(", ", KeyPurposes.All)}.", nameof(purpose)),
        },
    ]);

    /// <summary>Managing a key is the account's, using it is not: what is not in this list needs a statement.</summary>
    private static PolicyStatement Administered(KeyHolder holder) => new()
    {
        Sid = "AccountAdministers",
        Effect = PolicyEffect.Allow,
        Principal = Account(holder),
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

    private static PolicyStatement[] Direct(KeyHolder holder, params string[] actions) =>
    [
        new()
        {
            Sid = "AccountDecides",
            Effect = PolicyEffect.Allow,
            Principal = Account(holder),
            Actions = actions,
            Resources = [Everything],
        },
    ];

    /// <summary>A service that keeps using the key does so by a grant, and may make none for anybody else.</summary>
    private static PolicyStatement[] Through(KeyHolder holder, params string[] services)
    {
        var via = new PolicyCondition(
            "StringEquals", "kms:ViaService", [.. services.Select(s => $"{s}.{holder.Region}.amazonaws.com")]);
        return
        [
            new()
            {
                Sid = "AccountUsesThroughServices",
                Effect = PolicyEffect.Allow,
                Principal = Account(holder),
                Actions = _use,
                Resources = [Everything],
                Conditions = [via],
            },
            new()
            {
                Sid = "ServicesHoldGrants",
                Effect = PolicyEffect.Allow,
                Principal = Account(holder),
                Actions = ["kms:CreateGrant"],
                Resources = [Everything],
                Conditions = [via, new("Bool", "kms:GrantIsForAWSResource", "true")],
            },
        ];
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    private static PolicyStatement Logged(KeyHolder holder) => new()
    {
        Sid = "LogGroupsOfTheAccount",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service($"logs.{holder.Region}.amazonaws.com"),
        Actions = _use,
        Resources = [Everything],
        Conditions =
        [
            new(
                "ArnLike",
                "kms:EncryptionContext:aws:logs:arn",
                $"arn:{holder.Partition}:logs:{holder.Region}:{holder.Account}:log-group:*"),
        ],
    };

    /// <summary>
    /// Auto Scaling starts nodes in a role of its own whose policy is not ours, so the key names that role. By a
    /// condition: a principal that does not exist yet would be refused, and the role is there with the first group.
    /// </summary>
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
    private static PolicyStatement[] Scaling(KeyHolder holder)
    {
        var role = new PolicyCondition(
            "ArnEquals",
            "aws:PrincipalArn",
            $"arn:{holder.Partition}:iam::{holder.Account}:role/aws-service-role/autoscaling.amazonaws.com/"
            + "AWSServiceRoleForAutoScaling");
        var account = new PolicyCondition("StringEquals", "kms:CallerAccount", holder.Account);
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
    private static IEnumerable<PolicyStatement> Publishing(KeyHolder holder) =>
        new[] { ("Alarms", "cloudwatch"), ("Budgets", "budgets"), ("CostAlerts", "costalerts"), ("Events", "events") }
            .Select(publisher => new PolicyStatement
            {
                Sid = $"{publisher.Item1}Publish",
                Effect = PolicyEffect.Allow,
                Principal = PolicyPrincipal.Service($"{publisher.Item2}.amazonaws.com"),
                Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
                Resources = [Everything],
                Conditions = [new("StringEquals", "aws:SourceAccount", holder.Account)],
            });

    private static PolicyPrincipal Account(KeyHolder holder) =>
        PolicyPrincipal.Account(holder.Partition, holder.Account);
}
