using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Components.Policies;
using Tests.Support;

namespace Infra.Tests.Rendering;

/// <summary>What must be true of the vault in every environment, read from the graphs that are reviewed.</summary>
public sealed class EvidenceVaultTests
{
    private static readonly string[] _tags =
        ["cost-centre", "data-class", "environment", "layer", "managed-by", "owner", "service"];

    public static TheoryData<string> Environments => ["local", "dev", "staging", "prod"];

    [Theory]
    [MemberData(nameof(Environments))]
    public void Every_evidence_bucket_is_locked_by_default_and_neither_the_head_nor_the_logs_are(string environment)
    {
        var graph = Read(environment);
        foreach (var bucket in graph.Resources.Where(resource => resource.Type == "aws:s3/bucket:Bucket"))
        {
            var name = bucket.Inputs.Text("bucket");
            var isHead = bucket.Name is "vault-head" or "logs-bucket" or "replica-logs-bucket";
            Assert.Equal(!isHead, bucket.Inputs.GetProperty("objectLockEnabled").GetBoolean());
            Assert.Equal(
                isHead ? 0 : 1, On("bucketObjectLockConfiguration:BucketObjectLockConfiguration", name).Count());
            var versioning = On("bucketVersioning:BucketVersioning", name).Single();
            Assert.Equal("Enabled", versioning.GetProperty("versioningConfiguration").Text("status"));
            Assert.Single(On("bucketPolicy:BucketPolicy", name));
            Assert.Single(On("bucketPublicAccessBlock:BucketPublicAccessBlock", name));
            Assert.Single(On("bucketLifecycleConfiguration:BucketLifecycleConfiguration", name));
        }

        IEnumerable<JsonElement> On(string type, string? bucket) => graph.Resources
            .Where(resource => resource.Type == $"aws:s3/{type}" && resource.Inputs.Text("bucket") == bucket)
            .Select(resource => resource.Inputs);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Everything_that_can_carry_tags_carries_the_standard_ones(string environment)
    {
        var taggable = Read(environment).Resources.Where(resource =>
            resource.Type is "aws:s3/bucket:Bucket" or "aws:kms/key:Key" or "aws:iam/role:Role").ToList();
        Assert.NotEmpty(taggable);
        Assert.All(taggable, resource => Assert.Equal(
            _tags, resource.Inputs.GetProperty("tags").EnumerateObject().Select(tag => tag.Name)));
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("prod")]
    [InlineData("local")]
    public void Everything_in_a_protected_environment_is_protected(string environment) => Assert.All(
        Read(environment).Resources.Where(resource => resource.Urn.Contains("EvidenceVault", StringComparison.Ordinal)),
        resource => Assert.True(resource.Options.Protect, resource.Urn));

    [Fact]
    public void Prod_is_encrypted_replicated_and_bounded()
    {
        var graph = Read("prod");
        Assert.Equal(
            6, graph.Resources.Count(
                resource =>
                    resource.Type.EndsWith("BucketServerSideEncryptionConfiguration", StringComparison.Ordinal)));
        var replication = graph.Resources.Single(
            resource => resource.Name == "vault-replication-rule").Inputs.GetProperty("rules")[0];
        Assert.Equal(
            "Enabled", replication.GetProperty(
                "sourceSelectionCriteria").GetProperty("sseKmsEncryptedObjects").Text("status"));
        Assert.Contains(
            "vault-replica-key#arn", replication.GetProperty("destination").GetProperty(
                "encryptionConfiguration").Text("replicaKmsKeyId"));
        var replica = graph.Resources.Single(resource => resource.Name == "vault-replica" && !resource.Component);
        Assert.EndsWith("::replica", replica.Provider);
    }

    /// <summary>A small evaluation of Deny statements: enough to see that each is about the right thing.</summary>
    [Theory]
    [InlineData("s3:PutObject", "/x", "s3:object-lock-remaining-retention-days", "29", true)]
    [InlineData("s3:PutObject", "/x", "s3:object-lock-remaining-retention-days", "30", false)]
    [InlineData("s3:PutObject", "/x", "s3:object-lock-remaining-retention-days", "3653", false)]
    [InlineData("s3:PutObjectRetention", "/x", "s3:object-lock-remaining-retention-days", "3654", true)]
    [InlineData("s3:PutObject", "/x", "aws:SecureTransport", "false", true)]
    [InlineData("s3:GetObject", "/x", "aws:SecureTransport", "true", false)]
    [InlineData("s3:PutObject", "/x", "none", "", false)]
    [InlineData("s3:BypassGovernanceRetention", "/x", "none", "", true)]
    [InlineData("s3:PutBucketVersioning", "", "none", "", true)]
    [InlineData("s3:PutBucketObjectLockConfiguration", "", "none", "", true)]
    [InlineData("s3:DeleteBucket", "", "none", "", true)]
    [InlineData("s3:PutBucketPolicy", "", "none", "", false)]
    public void The_policy_of_prods_vault_denies_what_it_should(
        string action, string path, string key, string value, bool denied)
    {
        var policy = JsonElement.Parse(
            Read("prod").Resources.Single(r => r.Name == "vault-primary-policy").Inputs.Text("policy") ?? "");
        var hit = policy.GetProperty("Statement").EnumerateArray().Any(statement =>
            statement.Text("Effect") == "Deny"
            && statement.Items("Action").Any(item => item.GetString() == action || item.GetString() == "s3:*")
            && statement.Items("Resource").Any(
                item => Matches(item.GetString(), $"arn:aws:s3:::strata-prod-evidence{path}"))
            && Applies(statement.Member("Condition"), key, value));
        Assert.Equal(denied, hit);
    }

    [Fact]
    public void A_policy_has_one_form_and_it_is_the_canonical_one()
    {
        var policy = new PolicyDocument(new PolicyStatement
        {
            Sid = "Sid",
            Effect = PolicyEffect.Deny,
            Principal = PolicyPrincipal.Everyone,
            Actions = ["s3:Put", "s3:Get"],
            Resources = ["b", "a"],
            Conditions = [new("StringEquals", "b", "2"), new("StringEquals", "a", "1"), new("Bool", "c", "true")],
        }).ToJson();
        Assert.Equal(CanonicalJson.Compact(policy), policy);
        Assert.Equal(
            CanonicalJson.Compact("""
                {"Statement":[{"Action":["s3:Get","s3:Put"],
                  "Condition":{"Bool":{"c":["true"]},"StringEquals":{"a":["1"],"b":["2"]}},
                  "Effect":"Deny","Principal":{"AWS":["*"]},"Resource":["a","b"],"Sid":"Sid"}],
                 "Version":"2012-10-17"}
                """),
            policy);
    }

    private static bool Matches(string? pattern, string resource) =>
        pattern is [.. var start, '*'] ? resource.StartsWith(start, StringComparison.Ordinal) : pattern == resource;

    private static bool Applies(JsonElement? condition, string key, string value) =>
        condition is not { } present || present.EnumerateObject().All(test => test.Value.EnumerateObject().All(entry =>
            entry.Name == key && test.Name switch
            {
                "NumericLessThan" => int.Parse(value) < int.Parse(entry.Value[0].GetString() ?? ""),
                "NumericGreaterThan" => int.Parse(value) > int.Parse(entry.Value[0].GetString() ?? ""),
                "Bool" => value == entry.Value[0].GetString(),
                _ => throw new InvalidOperationException($"This test does not know '{test.Name}'."),
            }));

    private static LayerGraph Read(string environment)
    {
        var file = Checkout.PathOf($"tests/Infra.Tests/Golden/{environment}/evidence.graph.json");
        return JsonSerializer.Deserialize(
            File.ReadAllText(file), GraphJson.Default.Graph)?.Layers.Single(layer => layer.Layer == "evidence")
            ?? throw new InvalidOperationException("The golden graph is empty.");
    }
}
