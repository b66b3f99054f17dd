namespace Infra.Tests.Identity;

/// <summary>What each role is for, and what it must never be able to do.</summary>
internal static class Rights
{
    public const string Deploy = "deploy";
    public const string PullRequest = "pull-request";
    public const string BreakGlass = "break-glass";
    public const string Writer = "evidence-writer";
    public const string Reviewer = "evidence-reviewer";
    public const string Hold = "evidence-hold";

    private const string State = "arn:aws:s3:::{p}-state/.pulumi/stacks/strata/x.json";
    private const string Evidence = "arn:aws:s3:::{p}-evidence/payloads/x";
    private const string Vault = "arn:aws:s3:::{p}-evidence";
    private const string TrailBucket = "arn:aws:s3:::{p}-evidence-trail/AWSLogs/{a}/x";
    private const string LogBucket = "arn:aws:s3:::{p}-evidence-logs/access/x";
    private const string Boundary = "arn:aws:iam::{a}:policy/bootstrap/{p}-boundary";
    private const string WorkerRole = "arn:aws:iam::{a}:role/{p}-worker";
    private const string Trail = "arn:aws:cloudtrail:{r}:{a}:trail/{p}-evidence-trail";

    private static readonly (string, string) _mfa = ("aws:MultiFactorAuthPresent", "true");
    private static readonly (string, string) _bounded = ("iam:PermissionsBoundary", Boundary);

    public static IEnumerable<Right> All =>
    [
        .. ByDeploy, .. ByPullRequest, .. ByBreakGlass, .. ByWriter, .. ByReviewer, .. ByHold,
        .. new[] { Deploy, PullRequest, BreakGlass, Writer, Reviewer, Hold }.SelectMany(ByNobody),
    ];

    /// <summary>For each role, what it alone may do.</summary>
    public static IEnumerable<Right> Exclusive =>
    [
        May(Deploy, "eks:CreateCluster", "*", ("aws:RequestTag/managed-by", "strata")),
        May(BreakGlass, "ec2:TerminateInstances", "arn:aws:ec2:{r}:{a}:instance/i-1"),
        May(Writer, "s3:PutObject", Evidence),
        May(Reviewer, "s3:GetObject", TrailBucket),
        May(Hold, "s3:PutObjectLegalHold", Evidence, _mfa),
    ];

    private static IEnumerable<Right> ByDeploy =>
    [
        May(Deploy, "s3:PutObject", State),
        May(Deploy, "kms:Decrypt", "key:state-key"),
        May(Deploy, "sts:AssumeRole", "arn:aws:iam::{a}:role/{p}-evidence-writer"),
        May(Deploy, "iam:CreateRole", WorkerRole, _bounded),
        May(Deploy, "iam:PassRole", WorkerRole, ("iam:PassedToService", "pods.eks.amazonaws.com")),
        May(Deploy, "ec2:DeleteSubnet", "arn:aws:ec2:{r}:{a}:subnet/subnet-1"),
        May(Deploy, "route53resolver:CreateFirewallRuleGroup",
            "arn:aws:route53resolver:{r}:{a}:firewall-rule-group/rslvr-frg-1"),
        May(Deploy, "rds:CreateDBInstance", "arn:aws:rds:{r}:{a}:db:{p}-main"),
        May(Deploy, "s3:PutBucketPolicy", Vault),
        May(Deploy, "s3:PutBucketObjectLockConfiguration", "arn:aws:s3:::{p}-evidence-new"),
        May(Deploy, "cloudtrail:CreateTrail", Trail),
        May(Deploy, "secretsmanager:CreateSecret", "arn:aws:secretsmanager:{r}:{a}:secret:{p}/service-AbCdEf"),
        MayNot(Deploy, "eks:CreateCluster", "*"),
        MayNot(Deploy, "iam:CreateRole", WorkerRole),
        MayNot(Deploy, "iam:CreateRole", WorkerRole, ("iam:PermissionsBoundary", "arn:aws:iam::{a}:policy/mine")),
        MayNot(Deploy, "iam:CreateRole", "arn:aws:iam::{a}:role/other", _bounded),
        MayNot(Deploy, "iam:PassRole", WorkerRole, ("iam:PassedToService", "lambda.amazonaws.com")),
        MayNot(Deploy, "iam:PassRole", "arn:aws:iam::{a}:role/bootstrap/{p}-break-glass",
            ("iam:PassedToService", "ec2.amazonaws.com")),
        MayNot(Deploy, "ec2:DeleteSubnet", "arn:aws:ec2:us-east-1:{a}:subnet/subnet-1",
            ("aws:RequestedRegion", "us-east-1")),
        MayNot(Deploy, "rds:DeleteDBInstance", "arn:aws:rds:{r}:{a}:db:somebody-else"),
        MayNot(Deploy, "s3:PutBucketObjectLockConfiguration", Vault),
        MayNot(Deploy, "s3:PutBucketVersioning", Vault),
        MayNot(Deploy, "s3:PutBucketPolicy", "arn:aws:s3:::{p}-state"),
        MayNot(Deploy, "s3:DeleteBucket", "arn:aws:s3:::{p}-state"),
        MayNot(Deploy, "kms:Decrypt", "key:vault-key"),
        MayNot(Deploy, "sts:AssumeRole", "arn:aws:iam::{a}:role/{p}-evidence-hold", _mfa),
        MayNot(Deploy, "sts:AssumeRole", "arn:aws:iam::{a}:role/{p}-evidence-reviewer", _mfa),
        MayNot(Deploy, "sts:AssumeRole", "arn:aws:iam::{a}:role/bootstrap/{p}-break-glass", _mfa),
        MayNot(Deploy, "s3:PutObject", Evidence),
        MayNot(Deploy, "s3:GetObject", Evidence),
        MayNot(Deploy, "lambda:CreateFunction", "arn:aws:lambda:{r}:{a}:function:{p}-x"),
    ];

    private static IEnumerable<Right> ByPullRequest =>
    [
        May(PullRequest, "ec2:DescribeVpcs", "*"),
        May(PullRequest, "iam:GetRole", WorkerRole),
        May(PullRequest, "s3:GetBucketPolicy", Vault),
        May(PullRequest, "kms:DescribeKey", "key:state-key"),
        MayNot(PullRequest, "s3:GetObject", State),
        MayNot(PullRequest, "s3:GetObjectVersion", State),
        MayNot(PullRequest, "s3:ListBucket", "arn:aws:s3:::{p}-state"),
        MayNot(PullRequest, "kms:Decrypt", "key:state-key"),
        MayNot(
            PullRequest, "secretsmanager:GetSecretValue", "arn:aws:secretsmanager:{r}:{a}:secret:{p}/service-AbCdEf"),
        MayNot(PullRequest, "sts:AssumeRole", "arn:aws:iam::{a}:role/{p}-evidence-writer"),
        MayNot(PullRequest, "s3:GetObject", Evidence),
        MayNot(PullRequest, "logs:GetLogEvents", "arn:aws:logs:{r}:{a}:log-group:x:log-stream:y"),
        MayNot(PullRequest, "ec2:DeleteSubnet", "arn:aws:ec2:{r}:{a}:subnet/subnet-1"),
    ];

    private static IEnumerable<Right> ByBreakGlass =>
    [
        May(BreakGlass, "rds:RebootDBInstance", "arn:aws:rds:{r}:{a}:db:{p}-main"),
        May(BreakGlass, "s3:GetObject", State),
        May(BreakGlass, "kms:Decrypt", "key:state-key", ("kms:ResourceAliases", "alias/{p}-state")),
        May(BreakGlass, "iam:UpdateAssumeRolePolicy", WorkerRole),
        MayNot(BreakGlass, "iam:UpdateAssumeRolePolicy", "arn:aws:iam::{a}:role/{p}-evidence-writer"),
        MayNot(BreakGlass, "rds:DeleteDBInstance", "arn:aws:rds:{r}:{a}:db:{p}-main"),
        MayNot(BreakGlass, "s3:GetObject", Evidence),
        MayNot(BreakGlass, "kms:Decrypt", "key:vault-key", ("kms:ResourceAliases", "alias/{p}-evidence")),
    ];

    private static IEnumerable<Right> ByWriter =>
    [
        May(Writer, "s3:GetObjectVersion", Evidence),
        May(Writer, "s3:PutObjectRetention", Evidence),
        May(Writer, "s3:ListBucketVersions", Vault),
        May(Writer, "kms:GenerateDataKey", "key:vault-key"),
        May(Writer, "s3:PutObject", "arn:aws:s3:::{p}-evidence-head/checkpoint"),
        MayNot(Writer, "s3:PutObject", Evidence, ("aws:SecureTransport", "false")),
        MayNot(Writer, "s3:PutObject", Evidence, ("s3:object-lock-remaining-retention-days", "0")),
        MayNot(Writer, "s3:PutObject", Evidence, ("s3:object-lock-remaining-retention-days", "36500")),
        MayNot(Writer, "s3:GetObject", TrailBucket),
        MayNot(Writer, "s3:GetObject", State),
        MayNot(Writer, "s3:PutObject", State),
        MayNot(Writer, "s3:PutBucketPolicy", Vault),
    ];

    private static IEnumerable<Right> ByReviewer =>
    [
        May(Reviewer, "s3:GetObjectVersion", Evidence),
        May(Reviewer, "s3:GetObject", LogBucket),
        May(Reviewer, "s3:ListBucketVersions", Vault),
        May(Reviewer, "kms:Decrypt", "key:vault-key"),
        May(Reviewer, "kms:Decrypt", "key:trail-key"),
        MayNot(Reviewer, "kms:GenerateDataKey", "key:vault-key"),
        MayNot(Reviewer, "s3:PutObjectRetention", Evidence),
        MayNot(Reviewer, "s3:GetObject", State),
    ];

    private static IEnumerable<Right> ByHold =>
    [
        May(Hold, "s3:GetObjectLegalHold", Evidence, _mfa),
        MayNot(Hold, "s3:PutObjectLegalHold", Evidence),
        MayNot(Hold, "s3:PutObjectLegalHold", Evidence, ("aws:MultiFactorAuthPresent", "false")),
        MayNot(Hold, "s3:GetObject", Evidence, _mfa),
        MayNot(Hold, "s3:PutObjectRetention", Evidence, _mfa),
        MayNot(Hold, "kms:Decrypt", "key:vault-key", _mfa),
    ];

    /// <summary>What no role may do, with a second factor or without.</summary>
    private static IEnumerable<Right> ByNobody(string role) =>
    [
        MayNot(role, "s3:DeleteObject", Evidence, _mfa),
        MayNot(role, "s3:DeleteObjectVersion", Evidence, _mfa),
        MayNot(role, "s3:BypassGovernanceRetention", Evidence, _mfa),
        MayNot(role, "s3:DeleteBucketPolicy", Vault, _mfa),
        MayNot(role, "s3:DeleteBucket", Vault, _mfa),
        MayNot(role, "s3:PutObject", TrailBucket, _mfa),
        MayNot(role, "s3:PutObject", LogBucket, _mfa),
        MayNot(role, "s3:DeleteObject", LogBucket, _mfa),
        MayNot(role, "cloudtrail:StopLogging", Trail, _mfa),
        MayNot(role, "cloudtrail:DeleteTrail", Trail, _mfa),
        MayNot(role, "kms:ScheduleKeyDeletion", "key:vault-key", _mfa, ("kms:ResourceAliases", "alias/{p}-evidence")),
        MayNot(role, "kms:DisableKey", "key:state-key", _mfa, ("kms:ResourceAliases", "alias/{p}-state")),
        MayNot(role, "iam:CreateUser", "arn:aws:iam::{a}:user/somebody", _mfa),
        MayNot(role, "iam:CreateAccessKey", "arn:aws:iam::{a}:user/somebody", _mfa),
        MayNot(role, "iam:DeleteRolePermissionsBoundary", WorkerRole, _mfa),
        MayNot(role, "iam:CreatePolicyVersion", Boundary, _mfa),
        MayNot(role, "iam:UpdateAssumeRolePolicy", "arn:aws:iam::{a}:role/bootstrap/{p}-deploy", _mfa),
        MayNot(role, "iam:AttachRolePolicy", "arn:aws:iam::{a}:role/bootstrap/{p}-deploy", _mfa),
        MayNot(role, "s3:PutAccountPublicAccessBlock", "*", _mfa),
    ];

    private static Right May(string role, string action, string resource, params (string, string)[] context) =>
        new(role, action, resource, true, context);

    private static Right MayNot(string role, string action, string resource, params (string, string)[] context) =>
        new(role, action, resource, false, context);
}
