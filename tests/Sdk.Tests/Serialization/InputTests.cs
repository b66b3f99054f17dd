using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Serialization;

[Collection(DeploymentCollection.Name)]
public class InputTests
{
    [Fact]
    public async Task Inputs_are_sent_by_wire_name_and_absent_ones_are_not_sent()
    {
        var inputs = await SentAsync(() => new() { Text = "a" });
        Assert.Equal("a", inputs["text"]);
        Assert.DoesNotContain("count", inputs.Keys);
        Assert.DoesNotContain("nested", inputs.Keys);
    }

    [Fact]
    public async Task An_output_of_null_is_not_sent()
    {
        var inputs = await SentAsync(() => new()
        {
            Text = Output.Create((string)null!),
            Anything = Output.Create((object)null!),
        });
        Assert.DoesNotContain("text", inputs.Keys);
        Assert.DoesNotContain("anything", inputs.Keys);
    }

    [Fact]
    public async Task A_collection_that_was_touched_is_sent_even_when_it_is_empty()
    {
        var inputs = await SentAsync(() => new() { List = [] });
        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["list"]));
        Assert.DoesNotContain("map", inputs.Keys);
    }

    [Fact]
    public async Task Numbers_are_doubles()
    {
        var inputs = await SentAsync(() => new() { Count = 3, Ratio = 1.5 });
        Assert.Equal(3.0, Assert.IsType<double>(inputs["count"]));
        Assert.Equal(1.5, Assert.IsType<double>(inputs["ratio"]));
    }

    [Fact]
    public async Task Booleans_stay_booleans()
        => Assert.False(Assert.IsType<bool>((await SentAsync(() => new() { Flag = false }))["flag"]));

    [Fact]
    public async Task Nested_arguments_are_maps()
    {
        var inputs = await SentAsync(() => new()
        {
            Nested = new PartArgs { Name = "a", Size = 1 },
            NestedList = [new PartArgs { Name = "b" }],
        });
        var nested = Assert.IsType<ImmutableDictionary<string, object>>(inputs["nested"]);
        Assert.Equal("a", nested["partName"]);
        Assert.Equal(1.0, nested["size"]);
        var list = Assert.IsType<ImmutableArray<object>>(inputs["nestedList"]);
        var element = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single(list));
        Assert.Equal("b", Assert.Single(element).Value);
    }

    [Fact]
    public async Task Lists_and_maps_are_immutable_arrays_and_dictionaries_of_objects()
    {
        var inputs = await SentAsync(() => new() { List = { "a", "b" }, Map = { { "k", "v" } } });
        Assert.Equal<object>(["a", "b"], Assert.IsType<ImmutableArray<object>>(inputs["list"]));
        Assert.Equal("v", Assert.IsType<ImmutableDictionary<string, object>>(inputs["map"])["k"]);
    }

    [Fact]
    public async Task A_null_in_a_list_stays_and_a_null_in_a_map_is_left_out()
    {
        var inputs = await SentAsync(() => new()
        {
            Anything = new Dictionary<string, object?>
            {
                ["list"] = new List<object?> { "a", null },
                ["nothing"] = null,
            },
        });
        var map = Assert.IsType<ImmutableDictionary<string, object>>(inputs["anything"]);
        Assert.Equal<object?>(["a", null], Assert.IsType<ImmutableArray<object>>(Assert.Single(map).Value));
    }

    [Fact]
    public async Task A_default_immutable_array_is_an_empty_list()
    {
        var inputs = await SentAsync(() => new() { Anything = default(ImmutableArray<string>) });
        Assert.Empty(Assert.IsType<ImmutableArray<object>>(inputs["anything"]));
    }

    [Fact]
    public async Task Enumerations_are_sent_as_their_underlying_value()
    {
        var inputs = await SentAsync(() => new() { Color = Color.Red, Level = Level.High });
        Assert.Equal("red", inputs["color"]);
        Assert.Equal(7.0, inputs["level"]);
    }

    [Fact]
    public async Task A_union_is_sent_as_the_value_it_holds()
    {
        Assert.Equal("a", (await SentAsync(() => new() { Union = "a" }))["union"]);
        Assert.Equal(5.0, (await SentAsync(() => new() { Union = 5 }))["union"]);
    }

    [Fact]
    public async Task Secrets_are_sent_as_plain_values_at_any_depth()
    {
        var inputs = await SentAsync(() => new()
        {
            Text = Output.CreateSecret("a"),
            List = { "b", Output.CreateSecret("c") },
            Nested = new PartArgs { Name = Output.CreateSecret("d") },
        });
        Assert.Equal("a", inputs["text"]);
        Assert.Equal<object>(["b", "c"], Assert.IsType<ImmutableArray<object>>(inputs["list"]));
        Assert.Equal("d", Assert.IsType<ImmutableDictionary<string, object>>(inputs["nested"])["partName"]);
    }

    [Fact]
    public async Task An_input_with_an_unknown_at_any_depth_is_not_sent()
    {
        var inputs = await SentAsync(() => new()
        {
            Text = OutputUtilities.CreateUnknown("a"),
            List = { "b", OutputUtilities.CreateUnknown("c") },
            Nested = new PartArgs { Name = OutputUtilities.CreateUnknown("d"), Size = 1 },
            Count = 1,
        });
        Assert.Equal("count", Assert.Single(inputs).Key);
    }

    [Fact]
    public async Task Assets_and_archives_arrive_as_such()
    {
        Assert.IsType<StringAsset>((await SentAsync(() => new() { File = new StringAsset("a") }))["file"]);
        Assert.IsType<FileAsset>((await SentAsync(() => new() { File = new FileAsset("a") }))["file"]);
        Assert.IsType<RemoteAsset>((await SentAsync(() => new() { File = new RemoteAsset("a") }))["file"]);
        Assert.IsType<FileArchive>((await SentAsync(() => new() { File = new FileArchive("a") }))["file"]);
        Assert.IsType<RemoteArchive>((await SentAsync(() => new() { File = new RemoteArchive("a") }))["file"]);
        var archive = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("b") });
        Assert.IsType<AssetArchive>((await SentAsync(() => new() { File = archive }))["file"]);
    }

    [Fact]
    public async Task JSON_values_become_ordinary_ones()
    {
        var inputs = await SentAsync(() => new()
        {
            Json = """{"text":"a","number":1,"list":[true,null],"nothing":null}""",
            Element = JsonDocument.Parse("[1]").RootElement,
        });
        var map = Assert.IsType<ImmutableDictionary<string, object>>(inputs["json"]);
        Assert.Equal("a", map["text"]);
        Assert.Equal(1.0, map["number"]);
        Assert.Equal<object?>([true, null], Assert.IsType<ImmutableArray<object>>(map["list"]));
        Assert.Equal<object>([1.0], Assert.IsType<ImmutableArray<object>>(inputs["element"]));
    }

    [Fact]
    public async Task An_input_marked_as_JSON_is_sent_as_text()
    {
        var inputs = await SentAsync(
            () => new() { Settings = new PartArgs { Name = "a \"quoted\" <name>", Size = 3 } });
        var text = Assert.IsType<string>(inputs["settings"]);
        var settings = JsonDocument.Parse(text).RootElement;
        Assert.Equal("a \"quoted\" <name>", settings.GetProperty("partName").GetString());
        Assert.Equal(3, settings.GetProperty("size").GetInt32());
        Assert.Equal("""{ "partName": "a", "size": 3 }""", (await SentAsync(
            () => new() { Settings = new PartArgs { Name = "a", Size = 3 } }))["settings"]);
    }

    [Fact]
    public async Task A_resource_arrives_as_a_reference_that_knows_its_URN()
    {
        Resource? made = null;
        var inputs = await SentAsync(() => new() { Resource = made = new Component("component") });
        var reference = Assert.IsAssignableFrom<Resource>(inputs["resource"]);
        Assert.NotNull(made);
        Assert.Equal(
            await OutputUtilities.GetValueAsync(made.Urn), await OutputUtilities.GetValueAsync(reference.Urn));
    }

    [Fact]
    public async Task A_task_as_an_input_is_refused_with_its_place()
    {
        var failure = await Run.FailureOfAsync(() => SentAsync(() => new() { Anything = Task.FromResult(1) }));
        Assert.Contains("Tasks are not allowed inside ResourceArgs", failure, StringComparison.Ordinal);
        Assert.Contains($"resource:thing[{Thing.TypeToken}].anything", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_without_a_wire_form_is_refused_with_its_place()
    {
        var failure = await Run.FailureOfAsync(
            () => SentAsync(() => new() { Anything = new List<object> { 1, new Version(1, 2) } }));
        Assert.Contains("System.Version is not a supported argument type", failure, StringComparison.Ordinal);
        Assert.Contains($"resource:thing[{Thing.TypeToken}].anything", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_whose_keys_are_not_text_is_refused()
    {
        var failure = await Run.FailureOfAsync(
            () => SentAsync(() => new() { Anything = new Dictionary<int, string> { [1] = "a" } }));
        Assert.Contains("Dictionaries are only supported with string keys", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_required_input_is_an_error_that_names_the_property()
    {
        var failure = await Run.FailureOfAsync(() => SentAsync(() => new() { Nested = new PartArgs() }));
        Assert.Contains(
            $"[Input] {typeof(PartArgs).FullName}.{nameof(PartArgs.Name)} is required but was not given a value",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_without_a_fixed_shape_are_sent_as_they_are()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(
            () =>
            {
                var args = new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty
                    .Add("text", Output.CreateSecret("a"))
                    .Add("list", ImmutableArray.Create<object>(1))
                    .Add("nothing", null));
                _ = new CustomResource("test:index:Any", "any", args, options: null);
            },
            mocks);
        var inputs = mocks.Sent("any").Inputs;
        Assert.Equal("a", inputs["text"]);
        Assert.Equal<object>([1.0], Assert.IsType<ImmutableArray<object>>(inputs["list"]));
        Assert.DoesNotContain("nothing", inputs.Keys);
    }

    [Fact]
    public void Inputs_without_a_fixed_shape_have_types_that_can_be_sent()
        => Assert.Throws<InvalidOperationException>(() => new DictionaryResourceArgs(
            ImmutableDictionary<string, object?>.Empty.Add("version", new Version(1, 2))));

    private static async Task<ImmutableDictionary<string, object>> SentAsync(Func<ThingArgs> args)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object>() };
        await Run.PreviewAsync(() => { _ = new Thing("thing", args()); }, mocks);
        return mocks.Sent("thing").Inputs;
    }
}
