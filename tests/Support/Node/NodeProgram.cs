using System.ComponentModel;
using System.Diagnostics;

namespace Tests.Support.Node;

/// <summary>Runs Node or npm to its end.</summary>
public static class NodeProgram
{
    /// <summary>What the program wrote to standard output.</summary>
    /// <exception cref="InvalidOperationException">It could not be started, or it failed: with what it said.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string folder, string input, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var timer = new CancellationTokenSource(limit);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(timer.Token),
                process.StandardError.ReadToEndAsync(timer.Token));
            await process.StandardInput.WriteAsync(input.AsMemory(), timer.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(timer.Token);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException(
                    $"'{program} {string.Join(' ', start.ArgumentList)}' ended with {process.ExitCode}: {await error}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                $"Cannot start '{start.FileName}': {exception.Message}. Install Node 18 or newer with npm, or unset CI to "
                + "skip this.",
                exception);
        }
    }
}
