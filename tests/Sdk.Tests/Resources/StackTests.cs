using Pulumi;
using Pulumi.Testing;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class StackTests
{
    [Fact]
    public async Task A_stack_is_the_first_resource_and_is_named_after_project_and_stack()
    {
        var options = new TestOptions { ProjectName = "p", StackName = "s" };
        var resources = await Deployment.TestAsync<WithOutputs>(new RecordingMocks(), options);
        var stack = Assert.IsType<WithOutputs>(resources[0]);
        Assert.Equal("p-s", stack.GetResourceName());
        Assert.Equal("urn:pulumi:s::p::pulumi:pulumi:Stack::p-s", (await Seen.OfAsync(stack.Urn)).Value);
        Assert.IsType<Thing>(resources[1]);
    }

    [Fact]
    public async Task A_stack_registers_the_outputs_that_its_constructor_sets()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<WithOutputs>(mocks, Run.Update);
        var outputs = Assert.Single(mocks.Outputs).Outputs;
        Assert.Equal("a", (await Seen.OfAsync(outputs["Text"])).Value);
        Assert.Equal(5.0, (await Seen.OfAsync(outputs["number"])).Value);
        Assert.DoesNotContain(nameof(WithOutputs.NotAnOutput), outputs.Keys);
    }

    [Fact]
    public async Task A_stack_is_not_sent_to_the_mocks_as_a_resource()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<WithOutputs>(mocks, Run.Update);
        Assert.Equal("thing", Assert.Single(mocks.Resources).Name);
    }

    [Fact]
    public async Task An_output_that_was_set_to_nothing_is_an_error_that_names_it()
    {
        var failure = await Run.FailureOfAsync(() => Deployment.TestAsync<WithoutValue>(new RecordingMocks()));
        Assert.Contains("Output(s) 'Text' have no value assigned", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_of_another_type_is_an_error()
    {
        var failure = await Run.FailureOfAsync(() => Deployment.TestAsync<WithText>(new RecordingMocks()));
        Assert.Contains("have incorrect type", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_cannot_be_made_outside_a_deployment()
        => Assert.Throws<InvalidOperationException>(() => new WithOutputs());

    private sealed class WithOutputs : Stack
    {
        public WithOutputs()
        {
            var thing = new Thing("thing", new() { Text = "a" });
            Text = thing.Text;
            Number = Output.Create(5);
            NotAnOutput = Output.Create(1);
        }

        [Output]
        public Output<string> Text { get; private set; }

        [Output("number")]
        public Output<int> Number { get; private set; }

        public Output<int> NotAnOutput { get; }
    }

    private sealed class WithoutValue : Stack
    {
        public WithoutValue() => Text = null;

        [Output]
        public Output<string>? Text { get; private set; }
    }

    private sealed class WithText : Stack
    {
        [Output]
        public string Text { get; private set; } = "";
    }
}
