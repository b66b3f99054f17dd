using System.CommandLine;
using System.CommandLine.Help;

namespace Strata.Cli.Frame;

/// <summary>Parses and runs one command line.</summary>
internal static class Invocation
{
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, App app)
    {
        if (arguments.Count == 0)
        {
            await root.Parse("--help").InvokeAsync();
            return ExitCodes.BadInput;
        }

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            var usage = UsageOf(parsed.CommandResult.Command);
            foreach (var error in parsed.Errors)
            {
                app.Screen.Error(error.Message);
            }

            app.Screen.Note($"Run `{usage} --help` to see what it takes.");
            return ExitCodes.BadInput;
        }

        using var interrupted = new CancellationTokenSource();
        void OnInterrupt(object? sender, ConsoleCancelEventArgs e)
        {
            // The first Ctrl+C asks the verb to stop between two steps; a second one ends the process at once.
            e.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        }

        Console.CancelKeyPress += OnInterrupt;
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, interrupted.Token);
        }
        finally
        {
            Console.CancelKeyPress -= OnInterrupt;
        }
    }

    private static string UsageOf(Command command)
    {
        var names = new Stack<string>();
        for (var current = command; current is not null; current = current.Parents.OfType<Command>().FirstOrDefault())
        {
            names.Push(current is RootCommand ? "strata" : current.Name);
        }

        return string.Join(' ', names);
    }
}
