using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Tests.Support;
using Tests.Support.Node;

namespace Infra.Tests.Published;

/// <summary>
/// Every resource of every graph, judged by classes that others published: Pulumi's on npm, and those of
/// kubernetes-models. Our own generator reads the former too; here the TypeScript compiler does.
/// </summary>
[Collection(nameof(SerialRendering))]
public sealed class PublishedClassesTests
{
    /// <summary>Kinds that nobody publishes a class of, so that nothing but our own types checks them.</summary>
    private static readonly string[] _unchecked = ["elbv2.k8s.aws/v1beta1 TargetGroupBinding"];

    private static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    [NodeFact]
    public async Task Every_provider_and_AWS_resource_is_what_its_published_class_takes()
    {
        var resources = (await AllAsync()).Where(resource => !IsObject(resource)).ToList();
        var result = await ClassesAsync(resources.Select(resource => (resource, Node(resource.Inputs))));
        Assert.Equal(resources.Count, result.GetProperty("checked").GetInt32());
        Assert.Equal("[]", result.GetProperty("findings").GetRawText());
    }

    [NodeFact]
    public async Task Every_Kubernetes_object_is_what_its_published_class_takes()
    {
        var objects = (await AllAsync()).Where(IsObject).ToList();
        var result = await ObjectsAsync(objects.Select(resource => (resource, Node(resource.Inputs))));
        Assert.Equal(_unchecked, result.GetProperty("unknown").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal("[]", result.GetProperty("findings").GetRawText());
    }

    [NodeFact]
    public async Task An_unknown_input_a_missing_one_and_a_wrong_token_are_each_found()
    {
        var prod = await RenderAsync("prod");
        var (locking, policy, bucket) = (
            prod.First(r => r.Type == "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"),
            prod.First(r => r.Type == "aws:s3/bucketPolicy:BucketPolicy"),
            prod.First(r => r.Type == "aws:s3/bucket:Bucket"));
        var findings = Findings(await ClassesAsync(
        [
            (locking, With(locking, inputs => inputs["rule"]?["defaultRetention"]?.AsObject().Add("dais", 3))),
            (policy, With(policy, inputs => inputs.Remove("policy"))),
            (bucket with { Type = "aws:s3/bucket:Buckett" }, Node(bucket.Inputs)),
            (bucket, With(bucket, inputs => inputs["forceDestroy"] = "no")),
        ]));
        Assert.Equal(4, findings.Length);
        Assert.Contains(findings, f => f.StartsWith(locking.Urn, StringComparison.Ordinal) && f.Contains("'\"dais\"'"));
        Assert.Contains(findings, f => f.StartsWith(policy.Urn, StringComparison.Ordinal) && f.Contains("'policy'"));
        Assert.Contains(findings, f => f.Contains("no class of @pulumi/aws/s3/bucket has the type token"));
        Assert.Contains(findings, f => f.StartsWith(bucket.Urn, StringComparison.Ordinal) && f.Contains("boolean"));
    }

    [NodeFact]
    public async Task A_misspelt_member_and_a_wrong_value_of_an_object_are_each_found()
    {
        var result = await new NodeScript("kubernetes-objects.mjs").RunAsync(new
        {
            objects = new object[]
            {
                new
                {
                    urn = "misspelt",
                    @object = new
                    {
                        apiVersion = "networking.k8s.io/v1",
                        kind = "NetworkPolicy",
                        spec = new { podSelecter = 1 },
                    },
                },
                new
                {
                    urn = "wrong",
                    @object = new
                    {
                        apiVersion = "argoproj.io/v1alpha1",
                        kind = "Rollout",
                        spec = new { replicas = "3" },
                    },
                },
                new { urn = "unknown", @object = new { apiVersion = "nobody.example/v1", kind = "Thing" } },
            },
        });
        Assert.Equal(
            ["nobody.example/v1 Thing"],
            result.GetProperty("unknown").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Contains(Findings(result), f => f.StartsWith("misspelt: ", StringComparison.Ordinal));
        Assert.Contains(Findings(result), f => f.StartsWith("wrong: ", StringComparison.Ordinal));
    }

    private static async Task<List<GraphResource>> AllAsync()
    {
        var resources = new List<GraphResource>();
        foreach (var environment in Folder.Names)
        {
            resources.AddRange(await RenderAsync(environment));
        }

        return resources;
    }

    private static async Task<IEnumerable<GraphResource>> RenderAsync(string environment)
    {
        var graph = await new Renderer().RenderAsync(Folder.Read(environment), null, CancellationToken.None);
        return graph.Layers.SelectMany(layer => layer.Resources)
            .Where(r => !r.Component && !r.Type.StartsWith("pulumi:pulumi:", StringComparison.Ordinal));
    }

    /// <summary>A Helm release is a resource of the provider, not an object of the cluster.</summary>
    private static bool IsObject(GraphResource resource) =>
        resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
        && resource.Type != "kubernetes:helm.sh/v3:Release";

    private static Task<JsonElement> ClassesAsync(IEnumerable<(GraphResource Resource, JsonNode? Inputs)> resources) =>
        new NodeScript("pulumi-classes.mjs").RunAsync(new
        {
            resources = resources.Select(r => new { urn = r.Resource.Urn, type = r.Resource.Type, inputs = r.Inputs }),
        });

    private static Task<JsonElement> ObjectsAsync(IEnumerable<(GraphResource Resource, JsonNode? Inputs)> objects) =>
        new NodeScript("kubernetes-objects.mjs").RunAsync(new
        {
            objects = objects.Select(o => new { urn = o.Resource.Urn, @object = o.Inputs }),
        });

    private static string[] Findings(JsonElement result) =>
        [.. result.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString() ?? "")];

    private static JsonNode? Node(JsonElement element) => JsonSerializer.SerializeToNode(element);

    private static JsonObject With(GraphResource resource, Action<JsonObject> change)
    {
        var inputs = Node(resource.Inputs)?.AsObject() ?? throw new InvalidOperationException("A resource has inputs.");
        change(inputs);
        return inputs;
    }
}
