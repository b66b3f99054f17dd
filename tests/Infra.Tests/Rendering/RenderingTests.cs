using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Pulumi;
using Tests.Support;
using Aws = Pulumi.Aws;
using Ec2 = Pulumi.Aws.Ec2;
using Iam = Pulumi.Aws.Iam;
using S3 = Pulumi.Aws.S3;

namespace Infra.Tests.Rendering;

[Collection(nameof(SerialRendering))]
public sealed class RenderingTests
{
    private static EnvironmentSettings Prod { get; } = new EnvironmentFolder(
        Checkout.PathOf("infra/stacks/environments")).Read("prod");

    [Fact]
    public async Task A_child_carries_the_types_of_all_its_parents_and_inherits_their_protection_and_provider()
    {
        var graph = await RenderAsync(() =>
        {
            var provider = new Aws.Provider("p", new() { Region = "eu-west-1" });
            var outer = new Group("outer", new() { Protect = true, Provider = provider });
            var inner = new Group("inner", new() { Parent = outer });
            _ = new S3.Bucket("b", new() { BucketName = "b" }, new() { Parent = inner });
            _ = new S3.Bucket("free", new() { BucketName = "f" }, new() { Parent = inner, Protect = false });
        });
        var bucket = graph.Resources.Single(resource => resource.Name == "b");
        Assert.Equal("urn:pulumi:prod.test::strata::test:Group$test:Group$aws:s3/bucket:Bucket::b", bucket.Urn);
        Assert.Equal("urn:pulumi:prod.test::strata::test:Group$test:Group::inner", bucket.Parent);
        Assert.Equal("urn:pulumi:prod.test::strata::pulumi:providers:aws::p", bucket.Provider);
        Assert.True(bucket.Options.Protect);
        Assert.False(graph.Resources.Single(resource => resource.Name == "free").Options.Protect);
    }

    [Fact]
    public async Task Secrets_are_placeholders_wherever_they_are()
    {
        const string Secret = "hunter2";
        var graph = await RenderAsync(() =>
        {
            var secret = Output.CreateSecret(Secret);
            var bucket = new S3.Bucket("b", new() { BucketName = secret, Tags = { ["a"] = "plain" } });
            _ = new S3.BucketPolicy("whole", new() { Bucket = "x", Policy = Output.Format($"prefix {secret}") });
            _ = new S3.BucketLifecycleConfiguration("nested", new()
            {
                Bucket = "x",
                Rules =
                {
                    new S3.Inputs.BucketLifecycleConfigurationRuleArgs { Id = "plain", Status = "Enabled" },
                    new S3.Inputs.BucketLifecycleConfigurationRuleArgs
                    {
                        Id = "rule",
                        Status = "Enabled",
                        Filter = new S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = secret },
                    },
                },
            });
            _ = new S3.BucketPolicy("echoed", new() { Bucket = bucket.BucketName, Policy = "{}" });
            _ = new Aws.Provider("p", new()
            {
                AccessKey = Secret,
                DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["s"] = secret } },
            });
            _ = new Iam.Role("r", new() { AssumeRolePolicy = secret });
        }, new() { ["token"] = Output.CreateSecret("hunter2") });
        var json = new Graph("prod", [graph]).ToJson();
        Assert.DoesNotContain(Secret, json);
        Assert.Equal(Placeholder.Secret, Input(graph, "b").Text("bucket"));
        Assert.Equal(Placeholder.Secret, Input(graph, "whole").Text("policy"));
        Assert.Equal("plain", Input(graph, "b").GetProperty("tags").Text("a"));
        var rules = Input(graph, "nested").GetProperty("rules");
        Assert.Equal("plain", rules[0].Text("id"));
        Assert.Equal("rule", rules[1].Text("id"));
        Assert.Equal(Placeholder.Secret, rules[1].GetProperty("filter").Text("prefix"));
        Assert.Equal(Placeholder.Secret, Input(graph, "p").Text("defaultTags"));
        Assert.Equal(Placeholder.Secret, Input(graph, "r").Text("assumeRolePolicy"));
        // What came from a secret input is a reference, never the value.
        Assert.Contains("#bucket}", Input(graph, "echoed").Text("bucket"));
    }

    [Fact]
    public async Task Outputs_that_only_the_cloud_knows_are_references_also_in_texts_objects_and_lists()
    {
        var graph = await RenderAsync(() =>
        {
            var vpc = new Ec2.Vpc("vpc", new() { CidrBlock = "10.0.0.0/16" });
            _ = new Ec2.Subnet("subnet", new() { VpcId = vpc.Id, CidrBlock = vpc.CidrBlock });
            _ = new S3.BucketPolicy("policy", new() { Bucket = "b", Policy = Output.Format($"arn is {vpc.Arn}!") });
            var cluster = new Aws.Eks.Cluster("c", new()
            {
                RoleArn = "r",
                VpcConfig = new Aws.Eks.Inputs.ClusterVpcConfigArgs { SubnetIds = { "s" } },
            });
            _ = new S3.BucketPolicy("issuer", new()
            {
                Bucket = cluster.CertificateAuthority.Apply(authority => authority.Data ?? ""),
                Policy = cluster.Identities.Apply(identities => identities[0].Oidcs[0].Issuer ?? ""),
            });
        });
        var vpc = "urn:pulumi:prod.test::strata::aws:ec2/vpc:Vpc::vpc";
        var cluster = "urn:pulumi:prod.test::strata::aws:eks/cluster:Cluster::c";
        Assert.Equal($"${{{vpc}#id}}", Input(graph, "subnet").Text("vpcId"));
        Assert.Equal("10.0.0.0/16", Input(graph, "subnet").Text("cidrBlock"));
        Assert.Equal($"arn is ${{{vpc}#arn}}!", Input(graph, "policy").Text("policy"));
        Assert.Equal($"${{{cluster}#certificateAuthority.data}}", Input(graph, "issuer").Text("bucket"));
        Assert.Equal($"${{{cluster}#identities[0].oidcs[0].issuer}}", Input(graph, "issuer").Text("policy"));
        Assert.Equal([vpc], graph.Resources.Single(resource => resource.Name == "subnet").Options.DependsOn);
    }

    [Fact]
    public async Task A_number_that_only_the_cloud_knows_is_an_error_that_names_it()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(() => RenderAsync(() =>
        {
            var template = new Ec2.LaunchTemplate("template");
            _ = new S3.BucketPolicy(
                "policy", new() { Bucket = "b", Policy = Output.Format($"{template.LatestVersion}") });
        }));
        Assert.Contains(
            "the input 'policy' of 'policy' (aws:s3/bucketPolicy:BucketPolicy) comes from 'template'", failure.Message);
        Assert.Contains("latestVersion", failure.Message);
    }

    [Fact]
    public async Task A_stack_output_that_only_the_cloud_knows_and_is_no_text_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(() => RenderAsync(
            () => { }, new() { ["token"] = Output.Create("x") }, late: () =>
                new Ec2.LaunchTemplate("template").LatestVersion.Apply(version => $"{version}")));
        Assert.Contains("output 'late' comes from 'template'", failure.Message);
    }

    [Fact]
    public async Task Functions_are_answered_from_the_environment()
    {
        var graph = await RenderAsync(() =>
        {
            var replica = new Aws.Provider("replica", new() { Region = "eu-west-1" });
            var account = Aws.GetCallerIdentity.Invoke().Apply(identity => identity.AccountId);
            var partition = Aws.GetPartition.Invoke().Apply(found => found.Partition);
            _ = new S3.Bucket("b", new()
            {
                BucketName = Output.Format($"{account}-{partition}"),
                BucketPrefix = Aws.GetRegion.Invoke().Apply(region => region.Region),
                AccelerationStatus = Aws.GetRegion.Invoke(
                    new(), new() { Provider = replica }).Apply(region => region.Region),
            });
            _ = new S3.BucketPolicy("p", new()
            {
                Bucket = "b",
                Policy = Aws.GetAvailabilityZones.Invoke().Apply(zones => string.Join(",", zones.Names)),
            });
        });
        Assert.Equal("777788889999-aws", Input(graph, "b").Text("bucket"));
        Assert.Equal("eu-central-1", Input(graph, "b").Text("bucketPrefix"));
        Assert.Equal("eu-west-1", Input(graph, "b").Text("accelerationStatus"));
        Assert.Equal("eu-central-1a,eu-central-1b,eu-central-1c", Input(graph, "p").Text("policy"));
    }

    [Fact]
    public async Task A_function_without_an_answer_is_an_error_that_names_it()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(() => RenderAsync(() => _ = new S3.Bucket("b", new()
        {
            BucketName = Aws.Ec2.GetPrefixList.Invoke().Apply(list => list.Id),
        })));
        Assert.Contains(
            "calls 'aws:ec2/getPrefixList:getPrefixList', which has no answer without a cloud", failure.Message);
    }

    [Fact]
    public async Task Two_resources_of_one_type_and_name_are_an_error()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(() => RenderAsync(() =>
        {
            _ = new S3.Bucket("same");
            _ = new S3.Bucket("same");
        }));
        Assert.Contains("two resources of type 'aws:s3/bucket:Bucket' are called 'same'", failure.Message);
        Assert.DoesNotContain("   at ", failure.Message);
    }

    [Fact]
    public async Task A_failing_program_is_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(
            () => RenderAsync(() => throw new InvalidOperationException("no luck today")));
        Assert.Equal("Cannot render the layer 'test' of 'prod': no luck today.", failure.Message);
    }

    [Fact]
    public async Task A_failure_inside_an_apply_is_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(() => RenderAsync(() => _ = new S3.Bucket("b", new()
        {
            BucketName = Output.Create("x").Apply(
                new Func<string, string>(_ => throw new InvalidOperationException("no luck in there"))),
        })));
        Assert.Contains("no luck in there", failure.Message);
        Assert.DoesNotContain("   at ", failure.Message);
    }

    [Fact]
    public async Task A_missing_required_input_is_named()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(
            () => RenderAsync(() => _ = new S3.BucketPolicy("p", new() { Bucket = "b" })));
        Assert.Contains("olicy", failure.Message);
        Assert.Contains("required", failure.Message);
        Assert.DoesNotContain("   at ", failure.Message);
    }

    [Fact]
    public async Task Options_are_in_the_graph()
    {
        var graph = await RenderAsync(() =>
        {
            var group = new Group("group");
            var first = new S3.Bucket("first", null, new()
            {
                Parent = group,
                Aliases = { new Alias { Name = "old" }, new Alias { Urn = "urn:pulumi:x::y::z::w" } },
            });
            _ = new S3.Bucket("second", null, new()
            {
                DependsOn = { group, first },
                RetainOnDelete = true,
                IgnoreChanges = { "tags" },
                DeleteBeforeReplace = true,
                ReplaceOnChanges = { "bucket" },
                ImportId = "existing",
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5) },
                Version = "1.2.3",
            });
        });
        var options = graph.Resources.Single(resource => resource.Name == "second").Options;
        Assert.Equal(
            [
                "urn:pulumi:prod.test::strata::test:Group$aws:s3/bucket:Bucket::first",
                "urn:pulumi:prod.test::strata::test:Group::group",
            ],
            options.DependsOn);
        Assert.True(options.RetainOnDelete);
        Assert.Equal(["tags"], options.IgnoreChanges);
        Assert.True(options.DeleteBeforeReplace);
        Assert.Equal(["bucket"], options.ReplaceOnChanges);
        Assert.Equal("existing", options.Import);
        Assert.Equal(300, options.CustomTimeouts?.CreateSeconds);
        Assert.Equal("1.2.3", options.Version);
        var aliases = graph.Resources.Single(resource => resource.Name == "first").Options.Aliases ?? [];
        Assert.Contains("urn:pulumi:prod.test::strata::test:Group$aws:s3/bucket:Bucket::old", aliases);
        Assert.Contains("urn:pulumi:x::y::z::w", aliases);
    }

    [Fact]
    public async Task A_child_of_a_renamed_parent_is_known_by_its_old_identity()
    {
        var graph = await RenderAsync(() =>
        {
            var group = new Group("new", new() { Aliases = { new Alias { Name = "old" } } });
            _ = new Group("new-child", new() { Parent = group });
        });
        var child = graph.Resources.Single(resource => resource.Name == "new-child");
        Assert.Contains("urn:pulumi:prod.test::strata::test:Group$test:Group::old-child", child.Options.Aliases ?? []);
    }

    [Fact]
    public async Task A_layer_reads_the_outputs_of_an_earlier_one()
    {
        var earlier = new LayerOf<TestStack>(
            "earlier", context => new(context.Options, () => { }, () => new Ec2.Vpc("vpc").Id));
        var later = new LayerOf<TestStack>("later", context => new(context.Options, () =>
        {
            var reference = new StackReference("organization/strata/prod.earlier");
            _ = new Ec2.Subnet("subnet", new() { VpcId = reference.RequireOutput("late").Apply(id => (string)id) });
        }))
        { Requires = ["earlier"] };
        var graph = await new Renderer([earlier, later]).RenderAsync(Prod, "later", CancellationToken.None);
        var layer = Assert.Single(graph.Layers);
        Assert.Equal(
            "${urn:pulumi:prod.earlier::strata::aws:ec2/vpc:Vpc::vpc#id}",
            Input(layer, "subnet").Text("vpcId"));
    }

    [Fact]
    public async Task A_reference_to_a_layer_that_does_not_come_before_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<RenderingException>(() =>
            RenderAsync(() => _ = new StackReference("organization/strata/prod.nowhere")));
        Assert.Contains("'organization/strata/prod.nowhere', which is not rendered before it", failure.Message);
    }

    [Fact]
    public async Task An_unknown_layer_is_answered_with_those_there_are()
    {
        var failure = await Assert.ThrowsAsync<UnknownLayerException>(
            () => new Renderer().RenderAsync(Prod, "evidenc", CancellationToken.None));
        Assert.StartsWith("There is no layer 'evidenc'; there is ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Did you mean 'evidence'?", failure.Message, StringComparison.Ordinal);
    }

    private static JsonElement Input(LayerGraph graph, string name) =>
        graph.Resources.Single(resource => resource.Name == name).Inputs;

    private static async Task<LayerGraph> RenderAsync(
        Action program, Dictionary<string, Output<string>>? outputs = null, Func<Output<string>>? late = null)
    {
        var layer = new LayerOf<TestStack>("test", context => new(context.Options, program, late, outputs?["token"]));
        return (await new Renderer([layer]).RenderAsync(Prod, null, CancellationToken.None)).Layers[0];
    }

    private sealed class Group(
        string name, ComponentResourceOptions? options = null) : ComponentResource("test:Group", name, options);

    private sealed class TestStack : Stack
    {
        public TestStack(
            StackOptions? options, Action program, Func<Output<string>>? late = null, Output<string>? token = null)
            : base(options)
        {
            program();
            Late = late?.Invoke() ?? Output.Create("");
            Token = token ?? Output.Create("");
        }

        [Output("late")]
        public Output<string> Late { get; private set; }

        [Output("token")]
        public Output<string> Token { get; private set; }
    }
}
