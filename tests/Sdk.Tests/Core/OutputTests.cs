using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class OutputTests
{
    [Fact]
    public async Task A_value_is_known_not_secret_and_depends_on_nothing()
        => await Sees(() => Output.Create(5), 5);

    [Fact]
    public async Task A_task_becomes_its_value()
        => await Sees(() => Output.Create(Task.FromResult("a")), "a");

    [Fact]
    public async Task Apply_takes_a_value_a_task_an_output_or_an_input()
    {
        await Sees(() => Output.Create(1).Apply(value => value + 1), 2);
        await Sees(() => Output.Create(1).Apply(value => Task.FromResult(value + 1)), 2);
        await Sees(() => Output.Create(1).Apply(value => Output.Create(value + 1)), 2);
        await Sees(() => Output.Create(1).Apply(value => (Input<int>)(value + 1)), 2);
    }

    [Fact]
    public async Task Apply_waits_for_a_task_without_a_result()
    {
        var done = false;
        await Sees(
            () => Output.Create(1).Apply(async _ =>
            {
                await Task.Yield();
                done = true;
            }),
            default(ValueTuple));
        Assert.True(done);
    }

    [Fact]
    public async Task Apply_that_returns_no_output_is_the_default()
        => await Sees(() => Output.Create(1).Apply(_ => (Output<int>?)null), 0);

    [Fact]
    public async Task Secrets_stay_secret_through_apply_from_either_side()
    {
        await Sees(() => Output.CreateSecret(1).Apply(value => value + 1), 2, isSecret: true);
        await Sees(() => Output.Create(1).Apply(value => Output.CreateSecret(value + 1)), 2, isSecret: true);
    }

    [Fact]
    public async Task A_secret_can_be_made_of_a_value_a_task_and_an_output()
    {
        await Sees(() => Output.CreateSecret("a"), "a", isSecret: true);
        await Sees(() => Output.CreateSecret(Task.FromResult("a")), "a", isSecret: true);
        await Sees(() => Output.CreateSecret(Output.Create("a")), "a", isSecret: true);
    }

    [Fact]
    public async Task Unsecret_makes_a_copy_that_is_not_secret()
    {
        Output<string>? secret = null;
        await Sees(() => Output.Unsecret(secret = Output.CreateSecret("a")), "a");
        Assert.NotNull(secret);
        Assert.True(await Output.IsSecretAsync(secret));
    }

    [Fact]
    public async Task Apply_is_not_called_on_an_unknown_in_a_preview()
    {
        var called = false;
        var seen = await Run.PreviewAsync(() => OutputUtilities.CreateUnknown(1).Apply(value =>
        {
            called = true;
            return value;
        }));
        Assert.False(called);
        Assert.False(seen.IsKnown);
    }

    [Fact]
    public async Task Apply_is_called_on_an_unknown_in_an_update_and_its_result_stays_unknown()
    {
        var called = 0;
        var seen = await Run.UpdateAsync(() => OutputUtilities.CreateUnknown(7).Apply(value => called = value));
        Assert.Equal(7, called);
        Assert.False(seen.IsKnown);
    }

    [Fact]
    public async Task The_factory_of_an_unknown_is_called_in_an_update_only()
    {
        var calls = 0;
        Task<int> Count() => Task.FromResult(++calls);

        await Run.PreviewAsync(() => OutputUtilities.CreateUnknown(Count));
        Assert.Equal(0, calls);
        await Run.UpdateAsync(() => OutputUtilities.CreateUnknown(Count));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Unknowns_stay_unknown_and_secret_through_apply()
    {
        var seen = await Run.PreviewAsync(
            () => Output.CreateSecret(OutputUtilities.CreateUnknown("a")).Apply(value => value + "b"));
        Assert.False(seen.IsKnown);
        Assert.True(seen.IsSecret);
    }

    [Fact]
    public async Task An_output_of_a_resource_depends_on_it_and_so_does_what_is_computed_from_it()
    {
        var seen = await Run.UpdateAsync(() =>
        {
            var first = new Thing("first", new() { Text = "1" });
            var second = new Thing("second", new() { Text = "2" });
            return first.Text.Apply(one => second.Text.Apply(two => one + two));
        });
        Assert.Equal("12", seen.Value);
        Assert.Equal(["first", "second"], seen.Dependencies);
    }

    [Fact]
    public async Task All_joins_values_knowledge_secrets_and_dependencies()
    {
        var seen = await Run.UpdateAsync(() =>
        {
            var thing = new Thing("thing", new() { Text = "a" });
            return Output.All(thing.Text, Output.CreateSecret("b"));
        });
        Assert.Equal<string>(["a", "b"], seen.Value);
        Assert.True(seen.IsSecret);
        Assert.Equal(["thing"], seen.Dependencies);

        var unknown = await Run.PreviewAsync(() => Output.All(Output.Create(1), OutputUtilities.CreateUnknown(2)));
        Assert.False(unknown.IsKnown);
    }

    [Fact]
    public async Task All_takes_inputs_outputs_and_sequences_of_both()
    {
        Input<int>[] inputs = [1, Output.Create(2)];
        Output<int>[] outputs = [Output.Create(1), Output.Create(2)];
        await Holds(() => Output.All(inputs), 1, 2);
        await Holds(() => Output.All(inputs.AsEnumerable()), 1, 2);
        await Holds(() => Output.All(outputs), 1, 2);
        await Holds(() => Output.All(outputs.AsEnumerable()), 1, 2);
        await Holds(() => Output.All(Array.Empty<Output<int>>()));

        static async Task Holds(Func<Output<ImmutableArray<int>>> program, params int[] expected)
            => Assert.Equal<int>(expected, (await Run.PreviewAsync(program)).Value);
    }

    [Fact]
    public async Task Tuple_joins_values_of_different_types()
    {
        await Sees(() => Output.Tuple(Output.Create(1), Output.Create("a")), (1, "a"));
        await Sees(() => Output.Tuple((Input<int>)1, (Input<string>)"a", (Input<bool>)true), (1, "a", true));
        await Sees(
            () => Output.Tuple<int, string, bool, double, string, int, int, string?>(
                1, "a", true, 1.5, "b", 2, 3, default(string)),
            (1, "a", true, 1.5, "b", 2, 3, null));
        await Sees(() => Output.Tuple(Output.CreateSecret(1), Output.Create("a")), (1, "a"), isSecret: true);
    }

    [Fact]
    public async Task Tuple_of_an_unknown_is_unknown()
    {
        var seen = await Run.PreviewAsync(() => Output.Tuple(Output.Create(1), OutputUtilities.CreateUnknown("a")));
        Assert.False(seen.IsKnown);
    }

    [Fact]
    public async Task Format_fills_holes_with_values_inputs_and_outputs()
    {
        Input<int> input = 2;
        await Sees(() => Output.Format($"{1}-{input}-{Output.Create("three"),6}-{4.5:F2}"), "1-2- three-4.50");
        await Sees(() => Output.Format($"{Output.CreateSecret("a")}"), "a", isSecret: true);
        await Sees(() => Output.Format($"{(string?)null}|{{}}"), "|{}");
    }

    [Fact]
    public async Task Format_with_an_unknown_is_unknown_in_a_preview()
        => Assert.False((await Run.PreviewAsync(() => Output.Format($"{OutputUtilities.CreateUnknown(1)}"))).IsKnown);

    [Fact]
    public async Task An_output_says_how_to_use_it_when_it_is_put_into_a_string()
    {
        var text = "";
        await Run.UpdateAsync(() => { text = $"{Output.Create(1)}"; });
        Assert.Contains("Calling [ToString] on an [Output<T>] is not supported", text, StringComparison.Ordinal);
        Assert.Contains("Output.Format", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_can_be_read_by_index_and_length()
    {
        await Sees(() => Output.Create(ImmutableArray.Create("a", "b")).GetAt(1), "b");
        await Sees(() => Output.Create(ImmutableArray.Create("a", "b")).First(), "a");
        await Sees(() => Output.Create(ImmutableArray.Create("a", "b")).Length(), 2);
    }

    [Fact]
    public async Task A_union_can_be_read_as_either_type()
    {
        static Output<Union<string, int>> Number() => Output.Create((Union<string, int>)5);

        await Sees(() => Number().IsT0(), false);
        await Sees(() => Number().IsT1(), true);
        await Sees(() => Number().AsT1(), 5);
        await Sees(() => Number().Value(), (object)5);
        await Sees(() => Output.Create((Union<string, int>)"a").AsT0(), "a");
    }

    [Fact]
    public async Task A_dependency_can_be_added_by_hand()
    {
        var seen = await Run.UpdateAsync(
            () => OutputUtilities.WithDependency(Output.CreateSecret(1), new Thing("thing")));
        Assert.Equal(["thing"], seen.Dependencies);
        Assert.True(seen.IsSecret);
    }

    [Fact]
    public async Task Outputs_work_outside_a_deployment_while_they_are_known()
    {
        Assert.Equal(3, await OutputUtilities.GetValueAsync(Output.Create(1).Apply(value => value + 2)));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => OutputUtilities.GetValueAsync(OutputUtilities.CreateUnknown(1).Apply(value => value)));
    }

    private static async Task Sees<T>(Func<Output<T>> program, T value, bool isSecret = false)
    {
        foreach (var seen in new[] { await Run.UpdateAsync(program), await Run.PreviewAsync(program) })
        {
            Assert.Equal(value, seen.Value);
            Assert.True(seen.IsKnown);
            Assert.Equal(isSecret, seen.IsSecret);
            Assert.Empty(seen.Dependencies);
        }
    }
}
