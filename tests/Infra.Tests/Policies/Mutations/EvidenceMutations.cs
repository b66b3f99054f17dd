using System.Text.Json.Nodes;
using Infra.Automation.Policies;

namespace Infra.Tests.Policies.Mutations;

/// <summary>Ways to break the vault.</summary>
internal static class EvidenceMutations
{
    private const string Primary = "vault-primary";
    private const string DefaultEncryption = "rules[0].applyServerSideEncryptionByDefault";

    public static IEnumerable<Mutation> All { get; } =
    [
        new("STRATA-ENC-001", "S3's own key", graph => graph.Set(
            AwsTypes.BucketEncryption, "vault-head-encryption", $"{DefaultEncryption}.sseAlgorithm", "AES256")),
        new("STRATA-ENC-001", "no key named", graph => graph.Set(
            AwsTypes.BucketEncryption, "vault-head-encryption", $"{DefaultEncryption}.kmsMasterKeyId", null)),
        new("STRATA-ENC-001", "no encryption", graph => graph.Remove(
            AwsTypes.BucketEncryption, "vault-primary-encryption")),
        new("STRATA-ENC-002", "no rotation", graph => graph.Set(
            AwsTypes.Key, "vault-key", "enableKeyRotation", false)),
        new("STRATA-ENC-002", "a rotation every seven years", graph => graph.Set(
            AwsTypes.Key, "vault-key", "rotationPeriodInDays", 2560)),
        new("STRATA-ENC-003", "plain HTTP for writers", graph => graph.Statement(
            AwsTypes.BucketPolicy, "vault-primary-policy", "policy", "DenyPlainHttp",
            statement => statement["Action"] = "s3:GetObject")),
        new("STRATA-LOG-008", "no digests", graph => graph.Set(AwsTypes.Trail, null, "enableLogFileValidation", false)),
        new("STRATA-LOG-008", "one region", graph => graph.Set(AwsTypes.Trail, null, "isMultiRegionTrail", false)),
        new("STRATA-LOG-009", "no data events", graph => graph.Set(
            AwsTypes.Trail, null, "advancedEventSelectors[1]", null)),
        new("STRATA-PUB-001", "one switch off", graph => graph.Set(
            AwsTypes.BucketPublicAccessBlock, "vault-primary-private", "restrictPublicBuckets", false)),
        new("STRATA-PUB-001", "no block", graph => graph.Remove(
            AwsTypes.BucketPublicAccessBlock, "vault-primary-private")),
        new("STRATA-PUB-002", "everybody reads", graph => graph.Policy(
            AwsTypes.BucketPolicy, "vault-primary-policy", "policy", statements => statements.Add(
                Allow("*", "s3:GetObject", "arn:aws:s3:::strata-prod-evidence/*")))),
        new("STRATA-PUB-003", "ACLs", graph => graph.Set(
            AwsTypes.BucketOwnership, "vault-primary-ownership", "rule.objectOwnership", "ObjectWriter")),
        new("STRATA-LOCK-001", "no default retention", graph => graph.Set(
            AwsTypes.BucketObjectLock, "vault-primary-lock", "rule", null)),
        new("STRATA-LOCK-002", "GOVERNANCE", graph => graph.Set(
            AwsTypes.BucketObjectLock, "vault-primary-lock", "rule.defaultRetention.mode", "GOVERNANCE")),
        new("STRATA-LOCK-003", "29 days", graph => graph.Set(
            AwsTypes.BucketObjectLock, "vault-primary-lock", "rule.defaultRetention.days", 29)),
        new("STRATA-LOCK-004", "suspended versions", graph => graph.Set(
            AwsTypes.BucketVersioning, "vault-head-versioning", "versioningConfiguration.status", "Suspended")),
        new("STRATA-LOCK-005", "the bypass is open", graph => graph.Policy(
            AwsTypes.BucketPolicy, "vault-primary-policy", "policy", statements => statements.Remove(
                statements.Single(statement => (string?)statement?["Sid"] == "DenyGovernanceBypass")))),
        new("STRATA-LOCK-005", "open for one role", graph => graph.Statement(
            AwsTypes.BucketPolicy, "vault-primary-policy", "policy", "DenyWeakening", statement =>
                statement["Condition"] = JsonNode.Parse("""{"StringNotLike":{"aws:PrincipalArn":"*/admin"}}"""))),
        new("STRATA-LOCK-006", "copies without a lock", graph => graph.Copy(
            AwsTypes.BucketReplication, null, AwsTypes.BucketReplication, "second",
            new Dictionary<string, object>
            {
                ["bucket"] = "strata-prod-evidence",
                ["rules"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["destination"] = new Dictionary<string, object>
                        {
                            ["bucket"] = "arn:aws:s3:::strata-prod-evidence-head",
                        },
                    },
                },
            })),
        new("STRATA-LOCK-007", "expiring evidence", graph => graph.Set(
            AwsTypes.BucketLifecycle, "vault-primary-lifecycle", "rules[0].expiration.days", 10)),
        new("STRATA-LOCK-008", "a lock on a bucket made without", graph => graph.Copy(
            AwsTypes.BucketObjectLock, "vault-primary-lock", AwsTypes.BucketObjectLock, "head-lock",
            new Dictionary<string, object> { ["bucket"] = "strata-prod-evidence-head" })),
        new("STRATA-PROT-001", "an unprotected bucket", graph => graph.Options(
            AwsTypes.Bucket, Primary, options => options with { Protect = null })),
        new("STRATA-PROT-002", "by force", graph => graph.Set(AwsTypes.Bucket, Primary, "forceDestroy", true)),
        new("STRATA-PROT-003", "a week", graph => graph.Set(AwsTypes.Key, "vault-key", "deletionWindowInDays", 7)),
        new("STRATA-PROT-004", "a V2 type", graph => graph.Copy(
            AwsTypes.BucketVersioning, "vault-head-versioning",
            "aws:s3/bucketVersioningV2:BucketVersioningV2", "old", new Dictionary<string, object>())),
        new("STRATA-PROT-005", "inline logging", graph => graph.Set(
            AwsTypes.Bucket, Primary, "loggings", new[] { "log" })),
        new("STRATA-IAM-001", "a policy from the cloud", graph => graph.Set(
            AwsTypes.RolePolicy, "vault-replication-policy", "policy",
            "${urn:pulumi:prod.evidence::strata::aws:iam/policy:Policy::other#policy}")),
        new("STRATA-IAM-002", "everybody", graph => graph.Statement(
            AwsTypes.Role, "vault-replication-role", "assumeRolePolicy", null,
            statement => statement["Principal"] =
                JsonNode.Parse("""{"Service":["s3.amazonaws.com"],"AWS":["*"]}"""))),
        new("STRATA-IAM-003", "ForAllValues", graph => graph.Statement(
            AwsTypes.Role, "vault-replication-role", "assumeRolePolicy", null, statement =>
                statement["Condition"] = JsonNode.Parse(
                    """{"ForAllValues:StringEquals":{"aws:SourceAccount":["777788889999"]}}"""))),
        new("STRATA-IAM-004", "all of S3", graph => graph.Policy(
            AwsTypes.RolePolicy, "vault-replication-policy", "policy", statements => statements.Add(
                Allow(null, "s3:*", "*")))),
        new("STRATA-IAM-005", "any account", graph => graph.Set(
            AwsTypes.Provider, "home", "allowedAccountIds", "[\"777788889999\",\"111122223333\"]")),
        new("STRATA-IAM-006", "the default provider", graph => graph.Provider(
            AwsTypes.BucketVersioning, "vault-head-versioning", null)),
        new("STRATA-SUPPLY-001", "any version", graph => graph.Options(
            AwsTypes.Bucket, Primary, options => options with { Version = null })),
        new("STRATA-TAG-001", "no owner", graph => graph.Set(AwsTypes.Bucket, Primary, "tags.owner", null)),
        new("STRATA-TAG-001", "no tags", graph => graph.Set(AwsTypes.Key, "vault-key", "tags", null)),
        new("STRATA-TAG-002", "staging's tag", graph => graph.Set(
            AwsTypes.Bucket, Primary, "tags.environment", "staging")),
        new("STRATA-COST-001", "uploads stay", graph => graph.Set(
            AwsTypes.BucketLifecycle, "vault-primary-lifecycle", "rules[0].status", "Disabled")),
        new("STRATA-COST-002", "no bucket key", graph => graph.Set(
            AwsTypes.BucketEncryption, "vault-primary-encryption", "rules[0].bucketKeyEnabled", false)),
    ];

    private static JsonObject Allow(string? principal, string action, string resource)
    {
        var statement = new JsonObject { ["Effect"] = "Allow", ["Action"] = action, ["Resource"] = resource };
        if (principal is not null)
        {
            statement["Principal"] = principal;
        }

        return statement;
    }
}
