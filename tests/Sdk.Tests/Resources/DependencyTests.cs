using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class DependencyTests
{
    [Fact]
    public async Task A_resource_is_sent_after_those_its_inputs_come_from()
        => Assert.Equal(["slow", "fast"], await OrderAsync(() =>
        {
            var slow = new Thing("slow", new() { Text = Later("a") });
            _ = new Thing("fast", new() { Text = slow.Text });
        }));

    [Fact]
    public async Task A_resource_is_sent_after_those_it_depends_on()
        => Assert.Equal(["slow", "fast"], await OrderAsync(() =>
        {
            var slow = new Thing("slow", new() { Text = Later("a") });
            _ = new Thing("fast", options: new() { DependsOn = slow });
        }));

    [Fact]
    public async Task Dependencies_may_themselves_come_later()
        => Assert.Equal(["slow", "fast"], await OrderAsync(() =>
        {
            var slow = new Thing("slow", new() { Text = Later("a") });
            var later = Output.Create(Task.Run(async () =>
            {
                await Task.Delay(20);
                return (Resource)slow;
            }));
            _ = new Thing("fast", options: new() { DependsOn = { later } });
        }));

    [Fact]
    public async Task Depending_on_a_component_is_depending_on_what_is_below_it()
        => Assert.Equal(["component", "inner", "slow", "fast"], await OrderAsync(() =>
        {
            var component = new Component("component");
            var inner = new Component("inner", new() { Parent = component });
            _ = new Thing("slow", new() { Text = Later("a") }, new() { Parent = inner });
            _ = new Thing("fast", options: new() { DependsOn = { component } });
        }));

    [Fact]
    public async Task Depending_on_a_custom_resource_is_not_depending_on_its_children()
        => Assert.Equal(["parent", "fast", "slow"], await OrderAsync(() =>
        {
            var parent = new Thing("parent");
            _ = new Thing("slow", new() { Text = Later("a") }, new() { Parent = parent });
            _ = new Thing("fast", options: new() { DependsOn = { parent } });
        }));

    [Fact]
    public async Task A_component_as_an_input_is_waited_for_with_what_is_below_it()
        => Assert.Equal(["component", "slow", "fast"], await OrderAsync(() =>
        {
            var component = new Component("component");
            var slow = new Thing("slow", new() { Text = Later("a") }, new() { Parent = component });
            var fromComponent = OutputUtilities.WithDependency(Output.Create("b"), component);
            _ = new Thing("fast", new() { Text = fromComponent });
            _ = slow;
        }));

    [Fact]
    public async Task Unknown_dependencies_are_not_waited_for()
        => Assert.Equal(["fast", "slow"], await OrderAsync(() =>
        {
            Resource slow = new Thing("slow", new() { Text = Later("a") });
            _ = new Thing("fast", options: new() { DependsOn = { OutputUtilities.CreateUnknown(slow) } });
        }));

    [Fact]
    public async Task What_depends_on_a_resource_that_fails_is_not_sent()
    {
        var mocks = new RecordingMocks
        {
            State = args => args.Name == "bad" ? throw new InvalidOperationException("refused") : args.Inputs,
        };
        var failure = await Run.FailureOfAsync(() => Run.UpdateAsync(
            () =>
            {
                var bad = new Thing("bad");
                _ = new Thing("dependent", new() { Text = bad.Text });
                _ = new Thing("explicit", options: new() { DependsOn = { bad } });
                _ = new Thing("free");
            },
            mocks));
        Assert.Contains("refused", failure, StringComparison.Ordinal);
        Assert.Equal(["bad", "free"], mocks.Resources.Select(sent => sent.Name));
    }

    private static Output<string> Later(string value) => Output.Create(Task.Run(async () =>
    {
        await Task.Delay(50);
        return value;
    }));

    private static async Task<IEnumerable<string?>> OrderAsync(Action program)
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(program, mocks);
        return mocks.Resources.Select(sent => sent.Name);
    }
}
