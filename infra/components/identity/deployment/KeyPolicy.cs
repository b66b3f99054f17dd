using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>
/// KMS keys: those that strata's tag marks are managed, and used only through the services that encrypt with them.
/// </summary>
internal static class KeyPolicy
{
    private static readonly PolicyCondition _ours = new("StringEquals", "aws:ResourceTag/managed-by", "strata");

    private static readonly string[] _services = ["backup", "ec2", "rds", "s3", "secretsmanager", "sns"];

    public static PolicyDocument For(AccountScope scope, IReadOnlyList<string> regions) => new(
        Allow("ReadKeys", ["kms:DescribeKey", "kms:GetKey*", "kms:List*"], ["*"]),
        Allow(
            "MakeKeys",
            ["kms:CreateKey", "kms:TagResource"],
            ["*"],
            new PolicyCondition("StringEquals", "aws:RequestTag/managed-by", "strata")),
        Allow(
            "ManageKeys",
            [
                "kms:CancelKeyDeletion", "kms:DisableKey", "kms:EnableKey", "kms:EnableKeyRotation",
                "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource",
                "kms:UpdateKeyDescription",
            ],
            ["*"],
            _ours),
        Allow(
            "NameKeys", ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
            [scope.Everywhere("kms", $"alias/{scope.Prefix}-*")]),
        Allow("NameOurKeys", ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
            [scope.Everywhere("kms", "key/*")], _ours),
        Allow(
            "UseKeysThroughServices",
            ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
            [scope.Everywhere("kms", "key/*")],
            _ours,
            new PolicyCondition(
                "StringEquals",
                "kms:ViaService",
                [.. regions.SelectMany(region => _services.Select(service => $"{service}.{region}.amazonaws.com"))])),
        Allow(
            "GrantKeysToServices",
            ["kms:CreateGrant", "kms:RetireGrant"],
            [scope.Everywhere("kms", "key/*")],
            _ours,
            new PolicyCondition("Bool", "kms:GrantIsForAWSResource", "true")));
}
