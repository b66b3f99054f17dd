using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Automation.State.Checks;

namespace Infra.Tests.State;

/// <summary>Checkpoints as the Pulumi engine writes them, and each way in which one can contradict itself.</summary>
public sealed class CheckpointCheckTests : IDisposable
{
    private const string Prefix = "urn:pulumi:prod.data::strata::";
    private const string Stack = Prefix + "pulumi:pulumi:Stack::strata-prod.data";
    private const string Provider = Prefix + "pulumi:providers:aws::home";
    private const string Bucket = Prefix + "strata:data:Store$aws:s3/bucket:Bucket::bucket";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-checkpoint-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_whole_checkpoint_has_no_fault(bool exported) => Assert.Empty(Check(_ => { }, exported));

    [Fact]
    public void A_resource_that_waits_for_its_deletion_may_share_a_urn() => Assert.Empty(Check(resources =>
    {
        var old = resources[2]?.DeepClone() ?? throw new InvalidOperationException("There is no bucket.");
        old["delete"] = true;
        resources.Add(old);
    }));

    [Theory]
    [InlineData("is in it twice", 2, "", "")]
    [InlineData("has no id", 2, "id", "")]
    [InlineData("which is not the one in its URN", 2, "type", "aws:s3/bucket:Other")]
    [InlineData("names the parent", 2, "parent", Prefix + "strata:data:Store::gone")]
    [InlineData("names the provider", 2, "provider", Provider + "::another-id")]
    [InlineData("names the deletedWith", 2, "deletedWith", Prefix + "a:b:C::gone")]
    [InlineData("which is none", 2, "urn", "bucket")]
    public void A_contradiction_is_named(string said, int resource, string member, string value)
    {
        var faults = Check(resources =>
        {
            var changed = resources[resource] ?? throw new InvalidOperationException("There is no such resource.");
            if (member.Length == 0)
            {
                resources.Add(changed.DeepClone());
            }
            else
            {
                changed[member] = value;
            }
        });

        Assert.Contains(faults, fault => fault.Contradicts && fault.Sentence.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_dependency_that_is_missing_and_one_that_comes_later_are_told_apart()
    {
        var faults = Check(resources =>
        {
            Member(resources, 1)["dependencies"] = new JsonArray(Bucket);
            Member(resources, 2)["propertyDependencies"] =
                new JsonObject { ["tags"] = new JsonArray($"{Prefix}a:b:C::gone") };
        });

        Assert.Collection(
            faults,
            later => Assert.Contains("comes before its dependency", later.Sentence, StringComparison.Ordinal),
            missing => Assert.Contains("which is not in it", missing.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void An_operation_that_nobody_finished_needs_attention_and_contradicts_nothing()
    {
        var fault = Assert.Single(Run(Document(_ => { }, exported: true, pending: true)));
        Assert.False(fault.Contradicts);
        Assert.Contains("creating", fault.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "Cannot read")]
    [InlineData("""{"version":2,"deployment":{}}""", "version is 2")]
    [InlineData("""{"schema":"strata.graph/v1"}""", "no checkpoint")]
    public void What_is_no_checkpoint_is_refused(string text, string said) => Assert.Contains(
        said, Assert.Throws<StateCheckException>(() => Run(text)).Message, StringComparison.Ordinal);

    private static JsonNode Member(JsonArray resources, int index) =>
        resources[index] ?? throw new InvalidOperationException($"There is no resource {index}.");

    private List<StateFault> Check(Action<JsonArray> change, bool exported = false) =>
        Run(Document(change, exported, pending: false));

    private List<StateFault> Run(string text)
    {
        var file = Path.Combine(_folder.FullName, "checkpoint.json");
        File.WriteAllText(file, text);
        return [.. CheckpointCheck.Run(file)];
    }

    private static string Document(Action<JsonArray> change, bool exported, bool pending)
    {
        var resources = Assert.IsType<JsonArray>(JsonNode.Parse(
            $$"""
            [
              { "urn": "{{Stack}}", "type": "pulumi:pulumi:Stack", "custom": false },
              { "urn": "{{Provider}}", "type": "pulumi:providers:aws", "custom": true, "id": "0b1c",
                "parent": "{{Stack}}" },
              { "urn": "{{Bucket}}", "type": "aws:s3/bucket:Bucket", "custom": true, "id": "bucket-1",
                "parent": "{{Stack}}", "provider": "{{Provider}}::0b1c", "dependencies": ["{{Provider}}"],
                "propertyDependencies": { "bucket": null, "tags": ["{{Provider}}"] } }
            ]
            """));
        change(resources);
        var snapshot = new JsonObject { ["manifest"] = new JsonObject(), ["resources"] = resources };
        if (pending)
        {
            snapshot["pending_operations"] = new JsonArray(new JsonObject
            {
                ["resource"] = new JsonObject { ["urn"] = Bucket },
                ["type"] = "creating",
            });
        }

        return (exported
            ? new JsonObject { ["version"] = 3, ["deployment"] = snapshot }
            : new JsonObject
            {
                ["version"] = 3,
                ["checkpoint"] = new JsonObject { ["stack"] = "organization/strata/prod.data", ["latest"] = snapshot },
            }).ToJsonString(new JsonSerializerOptions());
    }
}
