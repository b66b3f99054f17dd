using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class TransformationTests
{
    [Fact]
    public async Task A_transformation_changes_arguments_and_options()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(
            () =>
            {
                var provider = new TestProvider("provider");
                _ = new Thing("thing", new() { Text = "before" }, new()
                {
                    ResourceTransformations =
                    {
                        args => new ResourceTransformationResult(
                            new ThingArgs { Text = "after" },
                            CustomResourceOptions.Merge(
                                (CustomResourceOptions)args.Options, new() { Provider = provider })),
                    },
                });
            },
            mocks);
        Assert.Equal("after", mocks.Sent("thing").Inputs["text"]);
        Assert.EndsWith("::provider-id", mocks.Sent("thing").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transformations_run_in_order_from_the_resource_up_to_the_stack()
    {
        var order = new List<string>();
        await Deployment.TestWithServiceProviderAsync<Noting>(
            new RecordingMocks(), new Services(() => new Noting(order)), Run.Preview);
        Assert.Equal(
            [
                "stack: project-stack",
                "component: component",
                "stack: component",
                "first: thing",
                "second: thing",
                "component: thing",
                "stack: thing",
            ],
            order);
    }

    [Fact]
    public async Task A_resource_without_a_parent_gets_the_stacks_transformations_too()
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync<ChangingAll>(mocks, Run.Preview);
        Assert.Equal("changed", mocks.Sent("thing").Inputs["text"]);
    }

    [Fact]
    public async Task A_transformation_cannot_change_the_parent()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() =>
        {
            var component = new Component("component");
            _ = new Thing("thing", options: new()
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(
                        args.Args, new CustomResourceOptions { Parent = component }),
                },
            });
        }));
        Assert.Contains("cannot currently be used to change the 'parent'", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transformation_that_throws_fails_the_deployment()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() =>
        {
            _ = new Thing("thing", options: new()
            {
                ResourceTransformations = { _ => throw new RunException("not this one") },
            });
        }));
        Assert.Equal("not this one", failure);
    }

    [Fact]
    public async Task Transforms_and_hooks_are_kept_by_options_but_no_test_engine_runs_them()
    {
        var ran = false;
        var options = new CustomResourceOptions
        {
            ResourceTransforms =
            {
                (_, _) =>
                {
                    ran = true;
                    return Task.FromResult<ResourceTransformResult?>(null);
                },
            },
        };
        await Run.UpdateAsync(() =>
        {
            options.Hooks.BeforeCreate.Add(new ResourceHook("hook", (_, _) =>
            {
                ran = true;
                return Task.CompletedTask;
            }));
            _ = new Thing("thing", options: options);
        });
        Assert.False(ran);
        Assert.Single(CustomResourceOptions.Merge(options, null).ResourceTransforms);
        Assert.False(CustomResourceOptions.Merge(options, null).Hooks.IsEmpty);
    }

    private sealed class Noting : Stack
    {
        public Noting(List<string> order)
            : base(new StackOptions { ResourceTransformations = { Note(order, "stack") } })
        {
            var component = new Component("component", new()
            {
                ResourceTransformations = { Note(order, "component") },
            });
            _ = new Thing("thing", options: new()
            {
                Parent = component,
                ResourceTransformations = { Note(order, "first"), Note(order, "second") },
            });
        }

        private static ResourceTransformation Note(List<string> order, string level) => args =>
        {
            order.Add($"{level}: {args.Resource.GetResourceName()}");
            return null;
        };
    }

    private sealed class ChangingAll : Stack
    {
        public ChangingAll()
            : base(new StackOptions { ResourceTransformations = { ChangeText } })
            => _ = new Thing("thing");

        private static ResourceTransformationResult? ChangeText(ResourceTransformationArgs args)
            => args.Resource is Thing
                ? new ResourceTransformationResult(new ThingArgs { Text = "changed" }, args.Options)
                : null;
    }
}
