using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class InputMapTests
{
    [Fact]
    public async Task Is_made_of_dictionaries_and_outputs_of_them()
    {
        var dictionary = new Dictionary<string, string> { ["k"] = "v" };
        await Holds(() => dictionary, ("k", "v"));
        await Holds(() => dictionary.ToImmutableDictionary(), ("k", "v"));
        await Holds(() => Output.Create(dictionary), ("k", "v"));
        await Holds(() => Output.Create<IDictionary<string, string>>(dictionary), ("k", "v"));
        await Holds(() => Output.Create(dictionary.ToImmutableDictionary()), ("k", "v"));
    }

    [Fact]
    public async Task Grows_by_initializers_and_ranges()
    {
        await Holds(() => new InputMap<string> { { "a", "1" }, { "b", Output.Create("2") } }, ("a", "1"), ("b", "2"));
        await Holds(() => new InputMap<string> { ["a"] = "1", ["b"] = "2" }, ("a", "1"), ("b", "2"));
        await Holds(
            () =>
            {
                InputMap<string> other = new Dictionary<string, string> { ["c"] = "3" };
                var map = new InputMap<string> { { "a", "1" }, other };
                map.AddRange(new Dictionary<string, string> { ["d"] = "4" });
                return map;
            },
            ("a", "1"), ("c", "3"), ("d", "4"));
    }

    [Fact]
    public async Task Merge_takes_the_second_value_of_a_key_and_changes_neither_map()
    {
        await Holds(
            () =>
            {
                var first = new InputMap<string> { { "a", "1" }, { "b", "1" } };
                var second = new InputMap<string> { { "b", "2" } };
                InputMap<string>.Merge(first, second);
                return InputMap<string>.Merge(first, second);
            },
            ("a", "1"), ("b", "2"));
    }

    [Fact]
    public async Task A_key_given_twice_with_different_values_fails_the_deployment()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(
            () => { _ = new InputMap<string> { { "key", "1" }, { "key", "2" } }; }));
        Assert.Contains("key", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_both_types_of_a_union()
    {
        var seen = await Run.PreviewAsync(() =>
        {
            Input<string> text = "a";
            Input<int> number = 5;
            var map = new InputMap<Union<string, int>>();
            map.Add("text", text);
            map.Add("number", number);
            return map.ToOutput();
        });
        Assert.Equal("a", seen.Value["text"].AsT0);
        Assert.Equal(5, seen.Value["number"].AsT1);
    }

    [Fact]
    public async Task Can_be_enumerated_asynchronously_only()
    {
        InputMap<string>? map = null;
        await Run.PreviewAsync(() => { map = new() { { "a", Output.Create("1") } }; });
        Assert.NotNull(map);
        await foreach (var entry in map)
        {
            Assert.Equal(KeyValuePair.Create("a", "1"), await OutputUtilities.GetValueAsync(entry.ToOutput()));
        }

        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)map).GetEnumerator());
    }

    private static async Task Holds(Func<InputMap<string>> make, params (string Key, string Value)[] expected)
    {
        var seen = await Run.PreviewAsync(() => make().ToOutput());
        Assert.Equal(expected, seen.Value.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));
    }
}
