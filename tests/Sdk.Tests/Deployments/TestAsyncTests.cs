using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

[Collection(DeploymentCollection.Name)]
public class TestAsyncTests
{
    [Fact]
    public async Task A_program_is_a_stack_class_or_a_stack_made_by_services()
    {
        var resources = await Deployment.TestAsync<OneThing>(new RecordingMocks());
        Assert.Equal([typeof(OneThing), typeof(Thing)], resources.Select(resource => resource.GetType()));

        resources = await Deployment.TestWithServiceProviderAsync<OneThing>(
            new RecordingMocks(), new Services(() => new OneThing()));
        Assert.Equal([typeof(OneThing), typeof(Thing)], resources.Select(resource => resource.GetType()));
    }

    [Fact]
    public async Task Services_that_do_not_know_the_stack_are_an_error_that_names_it()
    {
        var failure = await Run.FailureOfAsync(() => Deployment.TestWithServiceProviderAsync<OneThing>(
            new RecordingMocks(), new Services(() => null)));
        Assert.Contains(typeof(OneThing).FullName ?? "", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_a_function_whose_resources_are_returned_without_the_stack()
    {
        var mocks = new RecordingMocks();
        Assert.IsType<Thing>(Assert.Single(
            await Deployment.TestAsync(mocks, new TestOptions(), () => { _ = new Thing("thing"); })));
        Assert.IsType<Thing>(Assert.Single(await Deployment.TestAsync(mocks, new TestOptions(), async () =>
        {
            await Task.Yield();
            _ = new Thing("thing");
        })));
    }

    [Fact]
    public async Task A_function_may_return_outputs()
    {
        static IDictionary<string, object?> Program()
        {
            _ = new Thing("thing");
            return new Dictionary<string, object?> { ["a"] = 1 };
        }

        var (resources, outputs) = await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), Program);
        Assert.Single(resources);
        Assert.Equal(1, outputs["a"]);

        (resources, outputs) = await Deployment.TestAsync(
            new RecordingMocks(), new TestOptions(), () => Task.FromResult(Program()));
        Assert.Single(resources);
        Assert.Equal(1, outputs["a"]);
    }

    [Fact]
    public async Task Resources_are_returned_in_the_order_in_which_they_are_made()
    {
        var resources = await Run.PreviewAsync(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                _ = new Thing($"thing-{i}");
            }
        });
        Assert.Equal(
            Enumerable.Range(0, 50).Select(i => $"thing-{i}"), resources.Select(one => one.GetResourceName()));
    }

    [Fact]
    public async Task A_deployment_knows_what_it_was_told_or_the_defaults()
    {
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () =>
        {
            Assert.Equal("project", Deployment.Instance.ProjectName);
            Assert.Equal("stack", Deployment.Instance.StackName);
            Assert.Equal("organization", Deployment.Instance.OrganizationName);
            Assert.True(Deployment.Instance.IsDryRun);
        });
        var options = new TestOptions
        {
            ProjectName = "p",
            StackName = "s",
            OrganizationName = "o",
            RootDirectory = "/r",
            IsPreview = false,
        };
        await Deployment.TestAsync(new EmptyMocks(), options, () =>
        {
            Assert.Equal("p", Deployment.Instance.ProjectName);
            Assert.Equal("s", Deployment.Instance.StackName);
            Assert.Equal("o", Deployment.Instance.OrganizationName);
            Assert.Equal("/r", Deployment.Instance.RootDirectory);
            Assert.False(Deployment.Instance.IsDryRun);
        });
    }

    [Fact]
    public async Task There_is_an_instance_inside_a_program_only()
    {
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        await Run.PreviewAsync(() => { _ = Deployment.Instance; });
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task A_program_inside_a_program_is_refused()
    {
        var failure = await Run.FailureOfAsync(() => Deployment.TestAsync(
            new EmptyMocks(), new TestOptions(), () => Deployment.TestAsync<OneThing>(new EmptyMocks())));
        Assert.Contains("should only be set once", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mocks_that_do_nothing_give_every_resource_its_inputs_as_its_state()
    {
        var seen = await Run.UpdateAsync(() => new Thing("thing", new() { Text = "a" }).Text, new EmptyMocks());
        Assert.Equal("a", seen.Value);
    }

    [Fact]
    public async Task A_state_that_is_neither_a_map_nor_arguments_is_an_error()
    {
        var failure = await Run.FailureOfAsync(() => Run.UpdateAsync(
            () => { _ = new Thing("thing"); }, new RecordingMocks { State = _ => new Version(1, 2) }));
        Assert.Contains("System.Version is not a supported argument type", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_may_be_arguments()
    {
        var seen = await Run.UpdateAsync(
            () => new Thing("thing").Text, new RecordingMocks { State = _ => new ThingArgs { Text = "a" } });
        Assert.Equal("a", seen.Value);
    }

    [Fact]
    public async Task A_deployment_waits_for_what_nobody_awaits()
    {
        var done = false;
        await Run.UpdateAsync(() =>
        {
            Output.Create(1).Apply(async _ =>
            {
                await Task.Delay(50);
                done = true;
            });
        });
        Assert.True(done);
    }

    [Fact]
    public async Task A_version_requirement_is_met_by_any_test()
        => await Deployment.TestAsync(
            new EmptyMocks(), new TestOptions(), () => Deployment.RequirePulumiVersionAsync(">=3.0.0"));

    [Fact]
    public async Task An_output_can_be_read_after_its_deployment()
    {
        Output<string>? text = null;
        await Run.UpdateAsync(() => { text = new Thing("thing", new() { Text = "a" }).Text; });
        Assert.NotNull(text);
        Assert.Equal("a", await OutputUtilities.GetValueAsync(text));
    }

    private sealed class OneThing : Stack
    {
        public OneThing() => _ = new Thing("thing");
    }
}
