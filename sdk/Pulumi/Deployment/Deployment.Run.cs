namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Exit code of a program that cannot run because the genuine SDK is not in it.</summary>
    private const int NeedsGenuineSdk = 3;

    public static Task<int> RunAsync(Action action) => RefuseAsync();

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    /// <summary>
    /// Does not run the program: writes to standard error that this build has the bundled SDK and how to get the
    /// genuine one, and returns a code that is not zero.
    /// </summary>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object?}}}, StackOptions?)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object?}}}, StackOptions?)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => RefuseAsync();

    /// <summary>Does nothing: no engine is here whose version could be too old.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) => Task.CompletedTask;

    private static async Task<int> RefuseAsync()
    {
        var engine = Environment.GetEnvironmentVariable("PULUMI_MONITOR");
        var caller = string.IsNullOrEmpty(engine)
            ? "without the Pulumi engine"
            : $"by the Pulumi engine at '{engine}'";
        await Console.Error.WriteLineAsync(
            $"The program was started {caller}, but it was built with the bundled Pulumi SDK, which only renders and "
            + "tests: run `make pulumi` (or build with -p:PulumiSdk=nuget) to switch to the NuGet packages, then run "
            + "it again with `pulumi`.").ConfigureAwait(false);
        return NeedsGenuineSdk;
    }
}
