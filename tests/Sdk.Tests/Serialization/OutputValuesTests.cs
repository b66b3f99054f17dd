using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Serialization;

[Collection(DeploymentCollection.Name)]
public class OutputValuesTests
{
    [Fact]
    public async Task Outputs_are_filled_by_wire_name()
    {
        Assert.Equal("a", (await SeeAsync("wireName", "a", wide => wide.Text)).Value);
        Assert.Equal("a", (await SeeAsync("Unnamed", "a", wide => wide.Unnamed)).Value);
    }

    [Fact]
    public async Task Primitive_values_are_read_as_their_type()
    {
        Assert.Equal(3, (await SeeAsync("int", 3, wide => wide.Int)).Value);
        Assert.Equal(3, (await SeeAsync("int", 3.7, wide => wide.Int)).Value);
        Assert.Equal(1.5, (await SeeAsync("double", 1.5, wide => wide.Double)).Value);
        Assert.True((await SeeAsync("bool", true, wide => wide.Bool)).Value);
        Assert.Equal(3, (await SeeAsync("nullable", 3, wide => wide.Nullable)).Value);
        Assert.Equal(3.0, (await SeeAsync("anything", 3, wide => wide.Anything)).Value);
    }

    [Fact]
    public async Task Enumerations_are_read_from_their_underlying_value()
    {
        Assert.Equal(Color.Red, (await SeeAsync("color", "red", wide => wide.Color)).Value);
        Assert.Equal(Level.High, (await SeeAsync("level", 7, wide => wide.Level)).Value);
    }

    [Fact]
    public async Task A_union_takes_the_first_type_that_fits()
    {
        Assert.Equal("a", (await SeeAsync("union", "a", wide => wide.Union)).Value.AsT0);
        Assert.Equal(5, (await SeeAsync("union", 5, wide => wide.Union)).Value.AsT1);
    }

    [Fact]
    public async Task Nested_objects_are_built_by_their_constructor()
    {
        var part = await SeeAsync(
            "part",
            new Dictionary<string, object>
            {
                ["partName"] = "a",
                ["other-name"] = 2,
                ["children"] = new[] { new Dictionary<string, object> { ["partName"] = "b" } },
            },
            wide => wide.Part);
        Assert.Equal("a", part.Value.Name);
        Assert.Equal(2, part.Value.Size);
        Assert.Equal("b", Assert.Single(part.Value.Children).Name);
        Assert.True(part.Value.Children[0].Children.IsDefault);
    }

    [Fact]
    public async Task Collections_are_read_element_by_element()
    {
        var list = await SeeAsync("ints", new List<int> { 1, 2 }, wide => wide.Ints);
        Assert.Equal<int>([1, 2], list.Value);
        var map = await SeeAsync("map", new Dictionary<string, string> { ["a"] = "b" }, wide => wide.Map);
        Assert.Equal("b", map.Value["a"]);
    }

    [Fact]
    public async Task JSON_assets_and_resources_are_read_as_such()
    {
        var json = await SeeAsync("json", new Dictionary<string, object> { ["a"] = new[] { 1 } }, wide => wide.Json);
        Assert.Equal(1, json.Value.GetProperty("a")[0].GetInt32());
        Assert.IsType<StringAsset>((await SeeAsync("asset", new StringAsset("a"), wide => wide.Asset)).Value);
        Assert.IsType<FileArchive>((await SeeAsync("archive", new FileArchive("a"), wide => wide.Archive)).Value);
    }

    [Fact]
    public async Task A_reference_comes_back_as_the_class_that_stands_for_its_type()
    {
        var mocks = new RecordingMocks();
        var seen = await Run.UpdateAsync(
            () =>
            {
                var target = new Referable("target", new DictionaryResourceArgs(
                    ImmutableDictionary<string, object?>.Empty.Add("text", "hello")));
                var holder = new Wide("holder", new() { Resource = target });
                return holder.Resource.Apply(resource => ((Referable)resource).Text);
            },
            mocks);
        Assert.Equal("hello", seen.Value);
        Assert.IsType<Referable>(mocks.Sent("holder").Inputs["resource"]);
    }

    [Fact]
    public async Task A_secret_in_the_state_makes_the_output_secret_at_any_depth()
    {
        Assert.True((await SeeAsync("wireName", Output.CreateSecret("a"), wide => wide.Text)).IsSecret);
        var list = await SeeAsync(
            "ints", new List<object> { 1, Output.CreateSecret(2) }, wide => wide.Ints);
        Assert.True(list.IsSecret);
        Assert.Equal<int>([1, 2], list.Value);
        Assert.False((await SeeAsync("wireName", "a", wide => wide.Text)).IsSecret);
    }

    [Fact]
    public async Task An_unknown_in_the_state_makes_the_output_unknown()
        => Assert.False((await SeeAsync("wireName", OutputUtilities.CreateUnknown("a"), wide => wide.Text)).IsKnown);

    [Fact]
    public async Task What_the_state_does_not_have_is_unknown_in_a_preview_and_the_default_in_an_update()
    {
        Assert.False((await Run.PreviewAsync(() => new Wide("wide").Text)).IsKnown);

        var text = await Run.UpdateAsync(() => new Wide("wide").Text);
        Assert.True(text.IsKnown);
        Assert.Null(text.Value);
        Assert.Equal(0, (await Run.UpdateAsync(() => new Wide("wide").Int)).Value);
        Assert.True((await Run.UpdateAsync(() => new Wide("wide").Ints)).Value.IsDefault);
    }

    [Fact]
    public async Task A_value_of_another_type_is_the_default_and_no_failure()
    {
        Assert.Null((await SeeAsync("wireName", 5, wide => wide.Text)).Value);
        Assert.Equal(0, (await SeeAsync("int", "five", wide => wide.Int)).Value);
        Assert.Equal(default, (await SeeAsync("color", true, wide => wide.Color)).Value);
        Assert.True((await SeeAsync("ints", "none", wide => wide.Ints)).Value.IsDefault);
        Assert.Null((await SeeAsync("part", "none", wide => wide.Part)).Value);
    }

    [Fact]
    public async Task A_value_that_a_nested_object_gives_back_is_sent_under_the_wire_names()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(
            () =>
            {
                var part = new Wide("first", new()
                {
                    Part = new Dictionary<string, object> { ["partName"] = "a", ["other-name"] = 2 },
                });
                _ = new Thing("second", new() { Anything = part.Part.Apply(value => (object)value) });
            },
            mocks);
        var sent = Assert.IsType<ImmutableDictionary<string, object>>(mocks.Sent("second").Inputs["anything"]);
        Assert.Equal("a", sent["name"]);
        Assert.Equal(2.0, sent["size"]);
    }

    [Fact]
    public async Task An_output_property_of_another_type_than_Output_is_an_error()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() => { _ = new NotAnOutput("bad"); }));
        Assert.Contains("have incorrect type", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_property_without_a_setter_is_an_error_that_names_it()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() => { _ = new NoSetter("bad"); }));
        Assert.Contains(
            $"{typeof(NoSetter).FullName}.Text did not have a 'set' method", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_property_of_a_type_that_no_state_has_is_an_error_that_names_it()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() => { _ = new WrongType("bad"); }));
        Assert.Contains(
            $"{typeof(WrongType).FullName}.Number contains invalid type System.Int64",
            failure,
            StringComparison.Ordinal);
    }

    private static Task<Seen<T>> SeeAsync<T>(string property, object value, Func<Wide, Output<T>> read)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object> { [property] = value } };
        return Run.UpdateAsync(() => read(new Wide("wide")), mocks);
    }

    [OutputType]
    private sealed class Part
    {
        public readonly string Name;
        public readonly int? Size;
        public readonly ImmutableArray<Part> Children;

        [OutputConstructor]
        private Part(
            string partName,
            [OutputConstructorParameter("other-name")] int? size,
            ImmutableArray<Part> children)
        {
            Name = partName;
            Size = size;
            Children = children;
        }
    }

    private sealed class WideArgs : ResourceArgs
    {
        [Input("part")]
        public Input<object>? Part { get; init; }

        [Input("resource")]
        public Input<Resource>? Resource { get; init; }
    }

    private sealed class Wide(string name, WideArgs? args = null)
        : CustomResource("test:index:Wide", name, args, options: null)
    {
        [Output("wireName")]
        public Output<string> Text { get; private set; } = null!;

        [Output]
        public Output<string> Unnamed { get; private set; } = null!;

        [Output("int")]
        public Output<int> Int { get; private set; } = null!;

        [Output("double")]
        public Output<double> Double { get; private set; } = null!;

        [Output("bool")]
        public Output<bool> Bool { get; private set; } = null!;

        [Output("nullable")]
        public Output<int?> Nullable { get; private set; } = null!;

        [Output("anything")]
        public Output<object> Anything { get; private set; } = null!;

        [Output("color")]
        public Output<Color> Color { get; private set; } = null!;

        [Output("level")]
        public Output<Level> Level { get; private set; } = null!;

        [Output("union")]
        public Output<Union<string, int>> Union { get; private set; } = null!;

        [Output("part")]
        public Output<Part> Part { get; private set; } = null!;

        [Output("ints")]
        public Output<ImmutableArray<int>> Ints { get; private set; } = null!;

        [Output("map")]
        public Output<ImmutableDictionary<string, string>> Map { get; private set; } = null!;

        [Output("json")]
        public Output<JsonElement> Json { get; private set; } = null!;

        [Output("asset")]
        public Output<Asset> Asset { get; private set; } = null!;

        [Output("archive")]
        public Output<Archive> Archive { get; private set; } = null!;

        [Output("resource")]
        public Output<Resource> Resource { get; private set; } = null!;
    }

    [ResourceType("test:index:Referable", null)]
    private sealed class Referable(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("test:index:Referable", name, args, options)
    {
        [Output("text")]
        public Output<string> Text { get; private set; } = null!;
    }

    private sealed class NotAnOutput(string name) : CustomResource("test:index:Bad", name, ResourceArgs.Empty, options: null)
    {
        [Output("text")]
        public string Text { get; private set; } = "";
    }

    private sealed class NoSetter(string name) : CustomResource("test:index:Bad", name, ResourceArgs.Empty, options: null)
    {
        [Output("text")]
        public Output<string> Text { get; } = null!;
    }

    private sealed class WrongType(string name) : CustomResource("test:index:Bad", name, ResourceArgs.Empty, options: null)
    {
        [Output("number")]
        public Output<long> Number { get; private set; } = null!;
    }
}
