using Evidence.Tests.Log;

namespace Evidence.Tests;

/// <summary>
/// What this assembly does when a test starts it as a process: it appends, until it is done or killed.
/// </summary>
internal static class Program
{
    public static Task Main() => AppendingProcess.RunAsync(Console.In, Console.Out);
}
