using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Bundled;

/// <summary>Where the bundled SDK says more, or allows more, than the genuine one promises.</summary>
[Collection(DeploymentCollection.Name)]
public class BeyondTheGenuineTests
{
    [Fact]
    public async Task A_missing_required_input_names_the_resource_its_type_and_the_property()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => { _ = new Thing("thing", new() { Nested = new PartArgs() }); }));
        Assert.Contains(
            $"[Input] {typeof(PartArgs).FullName}.Name is required but was not given a value "
            + $"(resource:thing[{Thing.TypeToken}].nested)",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_reaches_many_outputs_is_reported_once()
    {
        var mocks = new RecordingMocks { State = _ => throw new InvalidOperationException("boom") };
        await Assert.ThrowsAsync<RunException>(() => Run.UpdateAsync(
            () => { _ = new Thing("second", new() { Text = new Thing("first").Text }); }, mocks));
    }

    [Fact]
    public async Task A_cancelled_task_that_nobody_awaits_fails_the_deployment()
    {
        var failure = await Run.FailureOfAsync(() => Run.UpdateAsync(
            () => { Output.Create(Task.FromCanceled<int>(new CancellationToken(canceled: true))); }));
        Assert.Contains(nameof(TaskCanceledException), failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_whose_construction_fails_does_not_keep_the_deployment_waiting()
    {
        Output<string>? text = null;
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() =>
        {
            _ = new Thing("thing", options: new()
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        text = ((Thing)args.Resource).Text;
                        throw new RunException("not this one");
                    },
                },
            });
        }).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("not this one", failure);
        Assert.NotNull(text);
        await Assert.ThrowsAsync<RunException>(() => Seen.OfAsync(text));
    }

    [Fact]
    public async Task Deployments_on_many_threads_do_not_see_each_other()
    {
        var names = Enumerable.Range(0, 64).Select(i => $"project-{i}").ToArray();
        var urns = await Task.WhenAll(names.Select(name => Task.Run(async () =>
        {
            Output<string>? urn = null;
            await Deployment.TestAsync(new RecordingMocks(), new() { ProjectName = name, IsPreview = false }, async () =>
            {
                await Task.Yield();
                var first = new Thing("first", new() { Text = Deployment.Instance.ProjectName });
                urn = new Thing("second", new() { Text = first.Text }).Urn;
            });
            Assert.NotNull(urn);
            return (await Seen.OfAsync(urn)).Value;
        })));
        Assert.Equal(
            names.Select(name => $"urn:pulumi:stack::{name}::pulumi:pulumi:Stack${Thing.TypeToken}::second"), urns);
    }

    [Fact]
    public async Task A_deployment_that_has_ended_is_not_kept_alive()
    {
        var reference = await RunAndForgetAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(reference.IsAlive);

        static async Task<WeakReference> RunAndForgetAsync()
        {
            WeakReference? instance = null;
            await Run.PreviewAsync(() =>
            {
                _ = new Thing("thing");
                instance = new WeakReference(Deployment.Instance);
            });
            Assert.NotNull(instance);
            return instance;
        }
    }
}
