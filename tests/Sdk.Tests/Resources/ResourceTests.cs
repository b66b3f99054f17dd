using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class ResourceTests
{
    private const string Stack = "urn:pulumi:stack::project::pulumi:pulumi:Stack";

    [Fact]
    public async Task A_resource_knows_its_type_name_URN_and_id()
    {
        Thing? thing = null;
        await Run.PreviewAsync(() => { thing = new Thing("thing"); });
        Assert.NotNull(thing);
        Assert.Equal(Thing.TypeToken, thing.GetResourceType());
        Assert.Equal("thing", thing.GetResourceName());
        Assert.Equal($"{Stack}${Thing.TypeToken}::thing", (await Seen.OfAsync(thing.Urn)).Value);
        Assert.Equal("thing-id", (await Seen.OfAsync(thing.Id)).Value);
        Assert.Equal(["thing"], (await Seen.OfAsync(thing.Urn)).Dependencies);
    }

    [Fact]
    public async Task A_test_URN_has_only_the_outermost_of_the_parents_types()
    {
        var urn = await Run.PreviewAsync(() =>
        {
            var component = new Component("component");
            return new Thing("thing", options: new() { Parent = component }).Urn;
        });
        Assert.Equal($"{Stack}${Thing.TypeToken}::thing", urn.Value);
    }

    [Fact]
    public async Task A_resource_that_gets_no_id_has_an_unknown_one()
    {
        var seen = await Run.UpdateAsync(() => new Thing("thing").Id, new RecordingMocks { Id = _ => null });
        Assert.False(seen.IsKnown);
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("a:b:C", "")]
    public async Task A_resource_without_a_type_or_a_name_is_an_error(string type, string name)
    {
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => { _ = new ComponentResource(type, name); }));
        Assert.Contains(nameof(ArgumentException), failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_with_an_id_is_read()
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object> { ["text"] = "found" } };
        Thing? thing = null;
        var resources = await Run.UpdateAsync(
            () => { thing = new Thing("thing", options: new() { Id = "given" }); }, mocks);
        Assert.NotNull(thing);
        Assert.Equal("given", mocks.Sent("thing").Id);
        Assert.Equal("given", (await Seen.OfAsync(thing.Id)).Value);
        Assert.Equal("found", (await Seen.OfAsync(thing.Text)).Value);
        Assert.Same(thing, Assert.Single(resources));
    }

    [Fact]
    public async Task A_resource_with_an_unknown_id_is_registered()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(
            () => { _ = new Thing("thing", options: new() { Id = OutputUtilities.CreateUnknown("given") }); }, mocks);
        Assert.Equal("", mocks.Sent("thing").Id);
    }

    [Fact]
    public async Task A_component_with_an_id_is_an_error()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => { _ = new Component("component", new() { Id = "given" }); }));
        Assert.Contains("only valid for a CustomResource", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_to_import_is_sent_and_is_the_id_if_no_other_is_given()
    {
        var mocks = new RecordingMocks { Id = _ => null };
        var id = await Run.UpdateAsync(() => new Thing("thing", options: new() { ImportId = "import" }).Id, mocks);
        Assert.Equal("import", mocks.Sent("thing").Id);
        Assert.Equal("import", id.Value);
    }

    [Fact]
    public async Task A_resource_with_a_URN_is_found_among_the_registered_ones()
    {
        var mocks = new RecordingMocks();
        var seen = await Run.UpdateAsync(
            () =>
            {
                var made = new Thing("thing", new() { Text = Output.CreateSecret("a") });
                return made.Urn.Apply(urn => new Thing("thing", options: new() { Urn = urn }).Text);
            },
            mocks);
        Assert.Equal("a", seen.Value);
        Assert.Single(mocks.Resources);
    }

    [Fact]
    public async Task A_URN_that_is_not_registered_is_an_error_that_names_it()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.UpdateAsync(() => { _ = new Thing("thing", options: new() { Urn = "urn:unknown" }); }));
        Assert.Contains("Unknown resource urn:unknown", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_resource_can_be_asked_for_by_its_URN()
    {
        ImmutableDictionary<string, object>? found = null;
        await Deployment.TestAsync(new RecordingMocks(), Run.Update, async () =>
        {
            var thing = new Thing("thing", new() { Text = "a" });
            var urn = await OutputUtilities.GetValueAsync(thing.Urn);
            found = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>(
                "pulumi:pulumi:getResource",
                new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("urn", urn)));
        });
        Assert.NotNull(found);
        Assert.Equal("thing-id", found["id"]);
        Assert.Equal("a", Assert.IsType<ImmutableDictionary<string, object>>(found["state"])["text"]);
    }

    [Fact]
    public async Task The_inputs_id_and_urn_of_a_resource_are_not_sent()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(
            () =>
            {
                var args = new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty
                    .Add("id", "a").Add("urn", "b").Add("text", "c"));
                _ = new CustomResource("test:index:Any", "any", args, options: null);
            },
            mocks);
        Assert.Equal("text", Assert.Single(mocks.Sent("any").Inputs).Key);
    }

    [Fact]
    public async Task A_component_registers_its_outputs()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(() => { _ = new WithOutputs("component"); }, mocks);
        var request = Assert.Single(mocks.Outputs, one => one.Urn.EndsWith("::component", StringComparison.Ordinal));
        Assert.Equal(["Unnamed", "named"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        var named = await Seen.OfAsync(request.Outputs["named"]);
        Assert.Equal("a", named.Value);
        Assert.True(named.IsSecret);
        Assert.False((await Seen.OfAsync(request.Outputs["Unnamed"])).IsKnown);
    }

    [Fact]
    public async Task A_component_registers_the_outputs_it_is_given()
    {
        var mocks = new RecordingMocks();
        await Run.PreviewAsync(() => { _ = new WithGivenOutputs("component"); }, mocks);
        Assert.Equal(
            ["dictionary", "output", "task"],
            mocks.Outputs.SelectMany(request => request.Outputs.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_component_without_arguments_sends_nothing_and_needs_no_id()
    {
        var mocks = new RecordingMocks { Id = _ => null };
        await Run.UpdateAsync(() => { _ = new Component("component"); }, mocks);
        Assert.Empty(mocks.Sent("component").Inputs);
        Assert.Equal("", mocks.Sent("component").Provider);
    }

    [Fact]
    public async Task A_stash_keeps_what_it_was_given()
    {
        var mocks = new RecordingMocks
        {
            State = _ => new Dictionary<string, object> { ["output"] = "first", ["input"] = "last" },
        };
        var seen = await Run.UpdateAsync(
            () =>
            {
                var stash = new Stash("stash", new StashArgs { Input = "last" });
                return Output.Tuple(stash.Output, stash.Input);
            },
            mocks);
        Assert.Equal(("first", "last"), seen.Value);
        Assert.Equal("pulumi:index:Stash", mocks.Sent("stash").Type);
    }

    private sealed class WithOutputs : ComponentResource
    {
        public WithOutputs(string name)
            : base("test:index:WithOutputs", name)
        {
            Named = Output.CreateSecret("a");
            Unnamed = OutputUtilities.CreateUnknown(1);
            RegisterOutputs();
        }

        [Output("named")]
        public Output<string> Named { get; private set; }

        [Output]
        public Output<int> Unnamed { get; private set; }
    }

    private sealed class WithGivenOutputs : ComponentResource
    {
        public WithGivenOutputs(string name)
            : base("test:index:WithGivenOutputs", name)
        {
            RegisterOutputs(With("dictionary"));
            RegisterOutputs(Task.FromResult<IDictionary<string, object?>>(With("task")));
            RegisterOutputs(Output.Create<IDictionary<string, object?>>(With("output")));
        }

        private static Dictionary<string, object?> With(string key) => new() { [key] = 1, ["nothing"] = null };
    }
}
