using Infra.Components.Identity;
using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Evidence;

/// <summary>
/// What each of the three roles may do, and what it may not whatever else is attached to it. The buckets' policies deny
/// the same from the other side, so that neither alone has to hold.
/// </summary>
internal static class EvidenceRolePolicies
{
    private static readonly string[] _read =
    [
        "s3:GetObject", "s3:GetObjectAttributes", "s3:GetObjectLegalHold", "s3:GetObjectRetention",
        "s3:GetObjectVersion", "s3:GetObjectVersionAttributes",
    ];

    private static readonly string[] _look =
    [
        "s3:GetBucketLocation", "s3:GetBucketObjectLockConfiguration", "s3:GetBucketVersioning", "s3:ListBucket",
        "s3:ListBucketMultipartUploads", "s3:ListBucketVersions",
    ];

    private static readonly string[] _delete =
        ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectTagging", "s3:DeleteObjectVersion"];

    private static readonly string[] _configure = ["s3:DeleteBucket*", "s3:PutBucket*", "s3:PutLifecycleConfiguration"];

    private static readonly string[] _write =
        ["s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectRetention", "s3:PutObjectTagging"];

    /// <summary>
    /// S3 asks for s3:PutObjectRetention of whoever writes an object with a date of its own. A lock can grow by it, and
    /// not shrink: COMPLIANCE cannot, and GOVERNANCE only with the bypass that everybody is denied.
    /// </summary>
    public static PolicyDocument Writer(EvidenceRolesArgs args, IReadOnlyList<string> keys) => new(
        Allow(
            "WriteEvidence",
            ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject", "s3:PutObjectRetention"],
            Objects(args.VaultArns)),
        Allow("ReadBack", _read, Objects(args.VaultArns)),
        Allow("LookAtVault", _look, args.VaultArns),
        Allow("UseKeys", ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], keys),
        Deny("DenyDeletion", _delete, ["*"]),
        Deny("DenyConfiguration", _configure, ["*"]),
        Deny("DenyHolds", ["s3:PutObjectLegalHold"], ["*"]),
        Deny("DenyRecords", ["s3:GetObject*"], Objects(args.RecordArns)));

    public static PolicyDocument Reviewer(EvidenceRolesArgs args, IReadOnlyList<string> keys) => new(
        Allow("ReadEvidence", _read, Objects([.. args.VaultArns, .. args.RecordArns])),
        Allow(
            "LookAtEvidence",
            [.. _look, "s3:GetBucketPolicy", "s3:GetInventoryConfiguration", "s3:GetReplicationConfiguration"],
            [.. args.VaultArns, .. args.RecordArns]),
        Allow("UseKeys", ["kms:Decrypt", "kms:DescribeKey"], keys),
        Deny("DenyDeletion", _delete, ["*"]),
        Deny("DenyConfiguration", _configure, ["*"]),
        Deny("DenyHolds", ["s3:PutObjectLegalHold"], ["*"]),
        Deny("DenyWriting", _write, ["*"]),
        Deny("DenyEncryption", ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"], ["*"]));

    public static PolicyDocument Hold(EvidenceRolesArgs args) => new(
        Allow(
            "Hold",
            ["s3:GetObjectLegalHold", "s3:PutObjectLegalHold"],
            Objects(args.VaultArns),
            new PolicyCondition("Bool", MfaTrust.Present, "true")),
        Deny("DenyDeletion", _delete, ["*"]),
        Deny("DenyConfiguration", _configure, ["*"]),
        Deny("DenyWriting", _write, ["*"]),
        Deny("DenyReading", ["kms:Decrypt", "s3:GetObject", "s3:GetObjectVersion"], ["*"]));

    private static List<string> Objects(IReadOnlyList<string> buckets) => [.. buckets.Select(arn => $"{arn}/*")];
}
