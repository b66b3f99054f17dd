using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class InputListTests
{
    [Fact]
    public async Task Is_made_of_a_value_an_output_and_every_kind_of_sequence()
    {
        Input<string> input = "a";
        await Holds(() => "a", "a");
        await Holds(() => Output.Create("a"), "a");
        await Holds(() => input, "a");
        await Holds(() => new[] { "a", "b" }, "a", "b");
        await Holds(() => new[] { Output.Create("a") }, "a");
        await Holds(() => new[] { input, "b" }, "a", "b");
        await Holds(() => new List<string> { "a", "b" }, "a", "b");
        await Holds(() => new List<Output<string>> { Output.Create("a") }, "a");
        await Holds(() => new List<Input<string>> { input }, "a");
        await Holds(() => ImmutableArray.Create("a", "b"), "a", "b");
        await Holds(() => ImmutableArray.Create(Output.Create("a")), "a");
        await Holds(() => ImmutableArray.Create(input), "a");
        await Holds(() => Output.Create(new[] { "a", "b" }), "a", "b");
        await Holds(() => Output.Create(new List<string> { "a" }), "a");
        await Holds(() => Output.Create<IEnumerable<string>>(["a"]), "a");
        await Holds(() => Output.Create(ImmutableArray.Create("a", "b")), "a", "b");
    }

    [Fact]
    public async Task Grows_by_initializers_and_collection_expressions()
    {
        await Holds(() => [], []);
        await Holds(() => ["a", Output.Create("b")], "a", "b");
        await Holds(() => new InputList<string> { "a", Output.Create("b"), new[] { "c", "d" } }, "a", "b", "c", "d");
        await Holds(
            () =>
            {
                var list = new InputList<string> { "a" };
                list.AddRange(new[] { "b" });
                list.Add("c", "d");
                return list;
            },
            "a", "b", "c", "d");
    }

    [Fact]
    public async Task Concat_changes_neither_list()
    {
        await Holds(
            () =>
            {
                InputList<string> first = new[] { "a" };
                InputList<string> second = new[] { "b" };
                return first.Concat(second).Concat(first).Concat(second);
            },
            "a", "b", "a", "b");
    }

    [Fact]
    public async Task Takes_both_types_of_a_union()
    {
        var seen = await Run.PreviewAsync(() =>
        {
            Input<string> text = "a";
            Input<int> number = 5;
            var list = new InputList<Union<string, int>>();
            list.Add(text);
            list.Add(number);
            return list.ToOutput();
        });
        Assert.Equal(["a", 5], seen.Value.Select(union => union.Value));
    }

    [Fact]
    public async Task Can_be_enumerated_asynchronously_only()
    {
        InputList<string>? list = null;
        await Run.PreviewAsync(() => { list = ["a", Output.Create("b")]; });
        Assert.NotNull(list);

        var values = new List<string>();
        await foreach (var input in list)
        {
            values.Add(await OutputUtilities.GetValueAsync(input.ToOutput()));
        }

        Assert.Equal(["a", "b"], values);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task Is_as_a_whole_unknown_or_secret_as_its_elements()
    {
        var seen = await Run.PreviewAsync(() => Whole(["a", Output.CreateSecret("b")]));
        Assert.True(seen.IsSecret);
        Assert.False((await Run.PreviewAsync(() => Whole(["a", OutputUtilities.CreateUnknown("b")]))).IsKnown);
    }

    private static Output<ImmutableArray<string>> Whole(InputList<string> list) => list.ToOutput();

    private static async Task Holds(Func<InputList<string>> make, params string[] expected)
        => Assert.Equal(expected, (await Run.PreviewAsync(() => make().ToOutput())).Value);
}
