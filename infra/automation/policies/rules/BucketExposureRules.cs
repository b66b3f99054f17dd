using Infra.Automation.Policies.Iam;
using Infra.Stacks.Environments;

namespace Infra.Automation.Policies.Rules;

/// <summary>What strangers could reach of buckets and of resources with policies of their own.</summary>
internal static class BucketExposureRules
{
    private static readonly string[] _switches =
        ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    private static readonly string[] _whoKeys =
    [
        "aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceAccount", "aws:SourceArn",
        "kms:CallerAccount",
    ];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Exposure, 1, WithoutBlock)
        {
            Severity = PolicySeverity.Critical,
            Title = "Every bucket blocks public access in all four ways.",
            Reason = "One careless policy or ACL, by anybody who may write one, opens the bucket to the internet.",
            Remedy = "Give the bucket a BucketPublicAccessBlock with all four switches on.",
            Controls = Serves.AccessControl,
        },
        new(PolicyThemes.Exposure, 2, context => Statements.Each(context, Statements.OnResources)
            .Where(pair => pair.Statement is { Allows: true, IsForEverybody: true } statement && !IsNarrowed(statement))
            .Select(pair => pair.Resource.Breach(pair.Statement.Path, "allows everybody, without a condition on who")))
        {
            Severity = PolicySeverity.Critical,
            Title = "No policy on a resource allows everybody.",
            Reason = "A principal of '*' is every AWS account there is, and for S3 everybody without one.",
            Remedy = "Name the principals, or narrow the statement by aws:PrincipalOrgID, aws:PrincipalAccount, "
                + "aws:PrincipalArn, aws:SourceAccount or aws:SourceArn.",
            Controls = Serves.AccessControl,
        },
        new(PolicyThemes.Exposure, 3, context => !context.Environment.Store.Has(StoreFeature.OwnershipControls)
            ? []
            : context.Each(AwsTypes.Bucket)
                .Where(bucket => !context.About(bucket, AwsTypes.BucketOwnership, "bucket")
                    .Any(setting => setting.Text("rule.objectOwnership") is "BucketOwnerEnforced"))
                .Select(bucket => bucket.Breach("objectOwnership", "not BucketOwnerEnforced")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every bucket has its ACLs switched off.",
            Reason = "An ACL grants access past the policy, object by object, and shows up in no policy review.",
            Remedy = "Give the bucket BucketOwnershipControls with BucketOwnerEnforced.",
            Controls = Serves.AccessControl,
        },
    ];

    private static IEnumerable<Breach> WithoutBlock(PolicyContext context)
    {
        var switches = _switches
            .Where(name => name != "blockPublicAcls" || context.Environment.Store.Has(StoreFeature.PublicAclBlock))
            .ToList();
        foreach (var bucket in context.Each(AwsTypes.Bucket))
        {
            var blocks = context.About(bucket, AwsTypes.BucketPublicAccessBlock, "bucket").ToList();
            if (blocks is [])
            {
                yield return bucket.Breach("publicAccess", "no BucketPublicAccessBlock");
            }

            foreach (var block in blocks)
            {
                foreach (var name in switches.Where(name => !block.IsTrue(name)))
                {
                    yield return block.Breach(name);
                }
            }
        }
    }

    /// <summary>Whether a statement that names everybody still says who they must be.</summary>
    private static bool IsNarrowed(Statement statement) =>
        _whoKeys.Any(key => statement.ValuesOf(key).Any() && !statement.ValuesOf(key).Contains("*"));
}
