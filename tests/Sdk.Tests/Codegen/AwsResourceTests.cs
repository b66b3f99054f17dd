using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Aws = Pulumi.Aws;

namespace Sdk.Tests.Codegen;

[Collection(Programs.AreSerial)]
public sealed class AwsResourceTests
{
    [Fact]
    public async Task A_bucket_sends_its_name_as_bucket_and_no_list_that_nobody_touched()
    {
        var bucket = await Recorder.ResourceOfAsync(() => _ = new Aws.S3.Bucket("vault", new()
        {
            BucketName = "evidence",
            ForceDestroy = false,
            ObjectLockEnabled = true,
            Tags = { ["layer"] = "evidence" },
        }));

        Assert.Equal("aws:s3/bucket:Bucket", bucket.Type);
        Assert.Equal(["bucket", "forceDestroy", "objectLockEnabled", "tags"], bucket.Inputs.Keys.Order());
        Assert.Equal("evidence", bucket.Inputs["bucket"]);
    }

    [Fact]
    public async Task Nested_inputs_are_sent_by_their_wire_names()
    {
        var encryption = await Recorder.ResourceOfAsync(() =>
            _ = new Aws.S3.BucketServerSideEncryptionConfiguration("encryption", new()
            {
                Bucket = "evidence",
                Rules =
                {
                    new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs
                    {
                        BucketKeyEnabled = true,
                        ApplyServerSideEncryptionByDefault = new Aws.S3.Inputs
                            .BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                        {
                            SseAlgorithm = "aws:kms",
                            KmsMasterKeyId = "key",
                        },
                    },
                },
            }));

        var rules = Assert.IsType<ImmutableArray<object>>(encryption.Inputs["rules"]);
        var rule = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single(rules));
        var byDefault = Assert.IsType<ImmutableDictionary<string, object>>(rule["applyServerSideEncryptionByDefault"]);
        Assert.Equal("aws:kms", byDefault["sseAlgorithm"]);
        Assert.Equal("key", byDefault["kmsMasterKeyId"]);
    }

    [Fact]
    public async Task A_policy_sends_its_document_as_policy()
    {
        var policy = await Recorder.ResourceOfAsync(() =>
            _ = new Aws.Iam.Policy("read", new() { PolicyDocument = """{"Version":"2012-10-17"}""" }));

        Assert.Equal("aws:iam/policy:Policy", policy.Type);
        Assert.Equal("""{"Version":"2012-10-17"}""", policy.Inputs["policy"]);
    }

    [Fact]
    public async Task A_policy_document_may_be_typed()
    {
        var role = await Recorder.ResourceOfAsync(() => _ = new Aws.Iam.Role("role", new()
        {
            AssumeRolePolicy = new Aws.Iam.Inputs.PolicyDocumentArgs
            {
                Version = Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                Statement =
                {
                    new Aws.Iam.Inputs.PolicyStatementArgs
                    {
                        Effect = Aws.Iam.PolicyStatementEffect.ALLOW,
                        Action = "sts:AssumeRole",
                    },
                },
            },
        }));

        var document = Assert.IsType<ImmutableDictionary<string, object>>(role.Inputs["assumeRolePolicy"]);
        Assert.Equal("2012-10-17", document["Version"]);
        var statements = Assert.IsType<ImmutableArray<object>>(document["Statement"]);
        var statement = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single(statements));
        Assert.Equal("Allow", statement["Effect"]);
        Assert.Equal("sts:AssumeRole", statement["Action"]);
    }

    [Fact]
    public async Task An_enum_and_a_string_are_the_same_on_the_wire()
    {
        var acl = await Recorder.ResourceOfAsync(
            () => _ = new Aws.S3.Bucket("typed", new() { Acl = Aws.S3.CannedAcl.BucketOwnerRead }));

        Assert.Equal("bucket-owner-read", acl.Inputs["acl"]);
    }

    [Fact]
    public async Task A_cluster_sends_how_it_is_reached_and_who_may_enter()
    {
        var cluster = await Recorder.ResourceOfAsync(() => _ = new Aws.Eks.Cluster("platform", new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/cluster",
            EnabledClusterLogTypes = { "audit" },
            AccessConfig = new Aws.Eks.Inputs.ClusterAccessConfigArgs { AuthenticationMode = "API" },
            VpcConfig = new Aws.Eks.Inputs.ClusterVpcConfigArgs
            {
                EndpointPublicAccess = false,
                SubnetIds = { "subnet-1", "subnet-2" },
            },
        }));

        Assert.Equal("aws:eks/cluster:Cluster", cluster.Type);
        Assert.Equal(["accessConfig", "enabledClusterLogTypes", "roleArn", "vpcConfig"], cluster.Inputs.Keys.Order());
        var network = Assert.IsType<ImmutableDictionary<string, object>>(cluster.Inputs["vpcConfig"]);
        Assert.Equal(["endpointPublicAccess", "subnetIds"], network.Keys.Order());
    }

    [Fact]
    public async Task A_threshold_may_have_a_fraction()
    {
        var alarm = await Recorder.ResourceOfAsync(() => _ = new Aws.CloudWatch.MetricAlarm("slow", new()
        {
            ComparisonOperator = "GreaterThanThreshold",
            EvaluationPeriods = 3,
            Threshold = 0.25,
        }));

        Assert.Equal(0.25, alarm.Inputs["threshold"]);
    }

    [Fact]
    public async Task A_required_input_that_is_missing_is_named()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Recorder.ResourceOfAsync(() => _ = new Aws.Iam.Role("role", new())));

        Assert.Contains("Pulumi.Aws.Iam.RoleArgs.AssumeRolePolicy", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_list_that_is_missing_is_an_error()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Recorder.ResourceOfAsync(() => _ = new Aws.Rds.SubnetGroup("group", new())));

        Assert.Contains("Pulumi.Aws.Rds.SubnetGroupArgs", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_a_secret_from_the_moment_it_is_given()
    {
        var args = new Aws.Rds.InstanceArgs { InstanceClass = "db.t4g.micro", Password = "open sesame" };

        Assert.True(await Output.IsSecretAsync(args.Password.ToOutput()));
        Assert.False(await Output.IsSecretAsync(args.InstanceClass.ToOutput()));
    }

    [Fact]
    public async Task Options_carry_the_version_the_aliases_and_the_secret_outputs()
    {
        List<CustomResourceOptions> seen = [];
        await Recorder.ResourceOfAsync(() => _ = new Aws.S3.BucketVersioning(
            "versioning",
            new()
            {
                Bucket = "evidence",
                VersioningConfiguration = new Aws.S3.Inputs.BucketVersioningVersioningConfigurationArgs
                {
                    Status = "Enabled",
                },
            },
            new() { Protect = true, ResourceTransformations = { Record } }));
        await Recorder.ResourceOfAsync(() => _ = new Aws.Rds.Instance(
            "database", new() { InstanceClass = "db.t4g.micro" }, new() { ResourceTransformations = { Record } }));

        Assert.All(seen, options => Assert.Equal("7.48.0", options.Version));
        var alias = await OutputUtilities.GetValueAsync(Assert.Single(seen[0].Aliases).ToOutput());
        Assert.Equal(
            "aws:s3/bucketVersioningV2:BucketVersioningV2", await OutputUtilities.GetValueAsync(alias.Type.ToOutput()));
        Assert.True(seen[0].Protect);
        Assert.Equal(["password", "passwordWo"], seen[1].AdditionalSecretOutputs);

        ResourceTransformationResult? Record(ResourceTransformationArgs args)
        {
            seen.Add((CustomResourceOptions)args.Options);
            return null;
        }
    }

    [Fact]
    public async Task Get_reads_by_id()
    {
        var read = await Recorder.ResourceOfAsync(() => _ = Aws.Kms.Key.Get("shared", "1234"));

        Assert.Equal("aws:kms/key:Key", read.Type);
        Assert.Equal("1234", read.Id);
    }

    [Fact]
    public async Task A_provider_sends_its_settings_as_json_and_its_defaults()
    {
        var provider = await Recorder.ResourceOfAsync(() => _ = new Aws.Provider("replica", new()
        {
            Region = "eu-west-1",
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["layer"] = "evidence" } },
        }));

        Assert.Equal("pulumi:providers:aws", provider.Type);
        Assert.Equal("eu-west-1", provider.Inputs["region"]);
        using var defaultTags = JsonDocument.Parse(Assert.IsType<string>(provider.Inputs["defaultTags"]));
        Assert.Equal("evidence", defaultTags.RootElement.GetProperty("tags").GetProperty("layer").GetString());
        Assert.Equal("true", provider.Inputs["skipRegionValidation"]);
    }
}
