using System.Diagnostics;
using System.Text.Json;
using Strata.Cli;
using Tests.Support;

namespace Strata.Tests;

/// <summary>Runs the built command as its users do: a process of its own, with its own folder for local data.</summary>
internal sealed class StrataProcess(string local)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    /// <summary>The folder the runs keep their data in (STRATA_LOCAL).</summary>
    public string Local { get; } = local;

    /// <summary>The folder the runs start in: a checkout, or what looks like one.</summary>
    public string Root { get; init; } = Checkout.Root;

    /// <summary>Starts a run, for a test that ends it itself.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StrataCommand).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRATA_LOCAL"] = Local;
        start.Environment.Remove("STRATA_TRACE");
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    public async Task<Result> RunAsync(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(_longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"strata {string.Join(' ', arguments)} did not end within {_longest}.");
        }

        return new Result(process.ExitCode, await output, await error);
    }

    /// <summary>What a run left behind.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        /// <summary>The one document of a <c>--json</c> run.</summary>
        public JsonElement Json => JsonDocument.Parse(Output).RootElement.Clone();

        /// <summary>Asserts how the run ended, and that no user ever meets a stack trace.</summary>
        public Result Ended(int exitCode)
        {
            Assert.True(ExitCode == exitCode, $"Exit code {ExitCode}, expected {exitCode}.\n{Output}\n{Error}");
            Assert.DoesNotContain("   at ", Output + Error, StringComparison.Ordinal);
            return this;
        }

        /// <summary>Asserts that the run said <paramref name="words"/> on standard error.</summary>
        public Result Said(string words)
        {
            Assert.Contains(words, Error, StringComparison.OrdinalIgnoreCase);
            return this;
        }
    }
}
