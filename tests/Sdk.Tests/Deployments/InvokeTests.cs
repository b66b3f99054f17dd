using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

[Collection(DeploymentCollection.Name)]
public class InvokeTests
{
    private const string Token = "test:index:getThing";

    [Fact]
    public async Task A_function_gets_its_arguments_and_gives_its_result()
    {
        var mocks = Mocks();
        var seen = await Run.PreviewAsync(
            () => Deployment.Instance.Invoke<ThingResult>(Token, new ThingInvokeArgs { Text = "a" }), mocks);
        Assert.Equal("got a", seen.Value.Text);
        Assert.True(seen.IsKnown);
        var call = Assert.Single(mocks.Calls);
        Assert.Equal(Token, call.Token);
        Assert.Equal("", call.Provider);
        Assert.Equal("a", Assert.Single(call.Args).Value);
    }

    [Fact]
    public async Task A_function_can_be_awaited()
    {
        await Deployment.TestAsync(Mocks(), Run.Preview, async () =>
        {
            var args = new ThingInvokeArgs { Text = "a" };
            var result = await Deployment.Instance.InvokeAsync<ThingResult>(Token, args);
            Assert.Equal("got a", result.Text);
            result = await Deployment.Instance.InvokeAsync<ThingResult>(Token, args, new InvokeOptions(), null);
            Assert.Equal("got a", result.Text);
            await Deployment.Instance.InvokeAsync(Token, args);
            await Deployment.Instance.InvokeAsync(Token, InvokeArgs.Empty, new InvokeOptions(), null);
        });
    }

    [Fact]
    public async Task A_function_with_one_result_gives_it_alone()
    {
        var mocks = new RecordingMocks { Result = _ => new Dictionary<string, object> { ["result"] = 5 } };
        var args = InvokeArgs.Empty;
        Func<Output<int>>[] calls =
        [
            () => Deployment.Instance.InvokeSingle<int>(Token, args),
            () => Deployment.Instance.InvokeSingle<int>(Token, args, new InvokeOptions(), null),
            () => Deployment.Instance.InvokeSingle<int>(Token, args, new InvokeOutputOptions()),
            () => Deployment.Instance.InvokeSingle<int>(Token, args, new InvokeOutputOptions(), null),
            () => Output.Create(Deployment.Instance.InvokeSingleAsync<int>(Token, args)),
            () => Output.Create(Deployment.Instance.InvokeSingleAsync<int>(Token, args, new InvokeOptions(), null)),
        ];
        foreach (var call in calls)
        {
            Assert.Equal(5, (await Run.PreviewAsync(call, mocks)).Value);
        }
    }

    [Fact]
    public async Task A_result_depends_on_the_resources_its_arguments_come_from()
    {
        var seen = await Run.UpdateAsync(
            () => Deployment.Instance.Invoke<ThingResult>(
                Token, new ThingInvokeArgs { Text = new Thing("thing", new() { Text = "a" }).Text }),
            Mocks());
        Assert.Equal(["thing"], seen.Dependencies);
    }

    [Fact]
    public async Task A_result_depends_on_the_resources_its_options_name()
    {
        var seen = await Run.UpdateAsync(
            () => Deployment.Instance.Invoke<ThingResult>(
                Token, new ThingInvokeArgs { Text = "a" }, new InvokeOutputOptions { DependsOn = { new Thing("thing") } }),
            Mocks());
        Assert.Equal(["thing"], seen.Dependencies);
    }

    [Fact]
    public async Task A_function_is_not_called_while_an_argument_is_unknown()
    {
        var mocks = Mocks();
        var seen = await Run.PreviewAsync(
            () => Deployment.Instance.Invoke<ThingResult>(
                Token, new ThingInvokeArgs { Text = OutputUtilities.CreateUnknown("a") }),
            mocks);
        Assert.False(seen.IsKnown);
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task A_function_is_not_called_while_a_resource_it_depends_on_has_no_id()
    {
        var mocks = new RecordingMocks { Id = _ => null };
        var seen = await Run.PreviewAsync(
            () =>
            {
                var component = new Component("component");
                _ = new Thing("thing", options: new() { Parent = component });
                return Deployment.Instance.Invoke<ThingResult>(
                    Token, new ThingInvokeArgs(), new InvokeOutputOptions { DependsOn = { component } });
            },
            mocks);
        Assert.False(seen.IsKnown);
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task An_awaited_function_is_called_without_the_unknown_arguments()
    {
        var mocks = Mocks();
        await Deployment.TestAsync(mocks, Run.Preview, () => Deployment.Instance.InvokeAsync(
            Token, new ThingInvokeArgs { Text = OutputUtilities.CreateUnknown("a") }));
        Assert.Empty(Assert.Single(mocks.Calls).Args);
    }

    [Fact]
    public async Task A_secret_in_the_result_makes_all_of_it_secret_but_one_in_the_arguments_does_not()
    {
        var mocks = new RecordingMocks
        {
            Result = _ => new Dictionary<string, object> { ["text"] = Output.CreateSecret("a") },
        };
        var seen = await Run.PreviewAsync(() => Deployment.Instance.Invoke<ThingResult>(Token, InvokeArgs.Empty), mocks);
        Assert.Equal("a", seen.Value.Text);
        Assert.True(seen.IsSecret);

        seen = await Run.PreviewAsync(
            () => Deployment.Instance.Invoke<ThingResult>(
                Token, new ThingInvokeArgs { Text = Output.CreateSecret("a") }),
            Mocks());
        Assert.False(seen.IsSecret);
    }

    [Fact]
    public async Task The_provider_comes_from_the_options_or_from_the_parent_they_name()
    {
        var mocks = Mocks();
        await Run.UpdateAsync(
            () =>
            {
                var provider = new TestProvider("provider");
                var component = new Component("component", new() { Providers = { provider } });
                Deployment.Instance.Invoke<ThingResult>(
                    Token, new ThingInvokeArgs { Text = "1" }, new InvokeOptions { Provider = provider });
                Deployment.Instance.Invoke<ThingResult>(
                    Token, new ThingInvokeArgs { Text = "2" }, new InvokeOptions { Parent = component });
            },
            mocks);
        Assert.All(
            mocks.Calls,
            call => Assert.EndsWith("::provider::provider-id", call.Provider, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_function_that_fails_fails_the_deployment()
    {
        var mocks = new RecordingMocks { Result = _ => throw new InvalidOperationException("no such thing") };
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => { Deployment.Instance.Invoke<ThingResult>(Token, InvokeArgs.Empty); }, mocks));
        Assert.Contains("no such thing", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_required_argument_is_an_error_that_names_it()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(
            () => { Deployment.Instance.Invoke<ThingResult>(Token, new RequiringArgs()); }));
        Assert.Contains(
            $"[Input] {typeof(RequiringArgs).FullName}.{nameof(RequiringArgs.Text)} is required",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_gets_the_resource_it_is_called_on()
    {
        var mocks = Mocks();
        var seen = await Run.UpdateAsync(
            () =>
            {
                var thing = new Thing("thing", options: new() { Provider = new TestProvider("provider") });
                Deployment.Instance.Call("test:index:Thing/touch", CallArgs.Empty, thing);
                return Deployment.Instance.Call<ThingResult>(
                    "test:index:Thing/get", new ThingCallArgs { Text = "a" }, thing);
            },
            mocks);
        Assert.Equal("got a", seen.Value.Text);
        Assert.Equal(2, mocks.Calls.Count);
        Assert.All(mocks.Calls, call => Assert.IsAssignableFrom<Resource>(call.Args["__self__"]));
        Assert.All(
            mocks.Calls,
            call => Assert.EndsWith("::provider::provider-id", call.Provider, StringComparison.Ordinal));
    }

    private static RecordingMocks Mocks() => new()
    {
        Result = call => new Dictionary<string, object> { ["text"] = $"got {call.Args.GetValueOrDefault("text")}" },
    };

    private sealed class ThingInvokeArgs : InvokeArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }
    }

    private sealed class RequiringArgs : InvokeArgs
    {
        [Input("text", required: true)]
        public Input<string>? Text { get; set; }
    }

    private sealed class ThingCallArgs : CallArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }
    }

    [OutputType]
    private sealed class ThingResult
    {
        public readonly string Text;

        [OutputConstructor]
        private ThingResult(string text) => Text = text;
    }
}
