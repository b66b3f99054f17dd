using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Deployments;

[Collection(DeploymentCollection.Name)]
public class FailureTests
{
    [Fact]
    public async Task An_exception_in_a_stack_fails_the_deployment_with_its_text()
    {
        var failure = await Run.FailureOfAsync(() => Deployment.TestAsync<Throwing>(new RecordingMocks()));
        Assert.Contains("failed with an unhandled exception", failure, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: boom", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("TargetInvocationException", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_in_a_function_fails_the_deployment_also_when_it_comes_later()
    {
        Assert.Contains("boom", await Run.FailureOfAsync(() => Run.PreviewAsync(Throw)), StringComparison.Ordinal);
        Assert.Contains(
            "boom",
            await Run.FailureOfAsync(() => Deployment.TestAsync(new RecordingMocks(), Run.Preview, async () =>
            {
                await Task.Yield();
                Throw();
            })),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_with_a_message_for_the_user_is_that_message_alone()
        => Assert.Equal(
            "for the user",
            await Run.FailureOfAsync(() => Run.PreviewAsync(() => throw new RunException("for the user"))));

    [Fact]
    public async Task An_exception_about_a_resource_has_a_stack_trace_unless_it_hides_it()
    {
        Assert.Equal(
            "hidden",
            await Run.FailureOfAsync(
                () => Run.PreviewAsync(() => throw new ResourceException("hidden", null, hideStack: true))));
        Assert.Contains(
            "   at ",
            await Run.FailureOfAsync(() => Run.PreviewAsync(() => throw new ResourceException("shown", null))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_in_apply_fails_the_deployment()
    {
        Action[] programs =
        [
            () => Output.Create(1).Apply(value => Fail(value)),
            () => Output.Create(1).Apply(async _ =>
            {
                await Task.Yield();
                Throw();
            }),
            () => new Thing("thing").Text.Apply(text => Fail(text)),
        ];
        foreach (var program in programs)
        {
            Assert.Contains(
                "boom", await Run.FailureOfAsync(() => Run.UpdateAsync(program)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_failing_task_that_nobody_awaits_fails_the_deployment()
    {
        var failure = await Run.FailureOfAsync(() => Run.UpdateAsync(() =>
        {
            Output.Create(Task.Run(async () =>
            {
                await Task.Delay(20);
                Throw();
                return 1;
            }));
        }));
        Assert.Contains("boom", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_fails_fails_the_deployment()
    {
        var mocks = new RecordingMocks { State = _ => throw new InvalidOperationException("boom") };
        var failure = await Run.FailureOfAsync(() => Run.UpdateAsync(() => { _ = new Thing("thing"); }, mocks));
        Assert.Contains("boom", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logged_error_fails_the_deployment_and_the_program_goes_on()
    {
        var wentOn = false;
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() =>
        {
            Log.Error("logged");
            wentOn = true;
        }));
        Assert.Equal("logged", failure);
        Assert.True(wentOn);
    }

    [Fact]
    public async Task A_logged_exception_fails_the_deployment()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => Log.Exception(new InvalidOperationException("logged"))));
        Assert.Contains("logged", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_messages_do_not_fail_the_deployment()
        => await Run.PreviewAsync(() =>
        {
            var thing = new Thing("thing");
            Log.Debug("a");
            Log.Info("a", thing);
            Log.Warn("a", thing, streamId: 1, ephemeral: true);
        });

    [Fact]
    public void Nothing_can_be_logged_outside_a_program()
        => Assert.Throws<InvalidOperationException>(() => Log.Info("a"));

    [Fact]
    public async Task Several_failures_are_reported_together()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => Run.PreviewAsync(() =>
        {
            Log.Error("first");
            Log.Error("second");
            throw new RunException("third");
        }));
        Assert.Equal(
            ["first", "second", "third"],
            failure.InnerExceptions.Select(one => one.Message).Order(StringComparer.Ordinal));
        Assert.All(failure.InnerExceptions, one => Assert.IsType<RunException>(one));
    }

    private static T Fail<T>(T value) => throw new InvalidOperationException($"boom {value}");

    private static void Throw() => throw new InvalidOperationException("boom");

    private sealed class Throwing : Stack
    {
        public Throwing() => Throw();
    }
}
