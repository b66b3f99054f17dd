using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Sdk.Tests.Support;

/// <summary>Runs functions as programs.</summary>
internal static class Run
{
    public static TestOptions Update => new() { IsPreview = false };

    public static TestOptions Preview => new() { IsPreview = true };

    public static Task<ImmutableArray<Resource>> UpdateAsync(Action program, IMocks? mocks = null)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), Update, program);

    public static Task<ImmutableArray<Resource>> PreviewAsync(Action program, IMocks? mocks = null)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), Preview, program);

    /// <summary>What an output of an update's program resolves to.</summary>
    public static Task<Seen<T>> UpdateAsync<T>(Func<Output<T>> program, IMocks? mocks = null)
        => SeeAsync(program, mocks, Update);

    /// <summary>What an output of a preview's program resolves to.</summary>
    public static Task<Seen<T>> PreviewAsync<T>(Func<Output<T>> program, IMocks? mocks = null)
        => SeeAsync(program, mocks, Preview);

    /// <summary>The messages with which a run fails. The genuine SDK may report one failure more than once.</summary>
    public static async Task<string> FailureOfAsync(Func<Task> run)
    {
        var failure = await Record.ExceptionAsync(run);
        Assert.NotNull(failure);
        var failures = failure is AggregateException aggregate ? aggregate.InnerExceptions.ToArray() : [failure];
        Assert.All(failures, one => Assert.IsType<RunException>(one));
        return string.Join("\n", failures.Select(one => one.Message).Distinct());
    }

    private static async Task<Seen<T>> SeeAsync<T>(Func<Output<T>> program, IMocks? mocks, TestOptions options)
    {
        Output<T>? output = null;
        await Deployment.TestAsync(mocks ?? new RecordingMocks(), options, () => { output = program(); });
        Assert.NotNull(output);
        return await Seen.OfAsync(output);
    }
}
