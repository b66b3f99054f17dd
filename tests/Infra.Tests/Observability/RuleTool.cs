using System.Diagnostics;

namespace Infra.Tests.Observability;

/// <summary>Runs <c>promtool</c> and <c>amtool</c> on files in a folder of their own.</summary>
internal sealed class RuleTool : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-rules-");

    public static bool Installed { get; } = Find("promtool") && Find("amtool");

    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        return name;
    }

    public async Task<(int ExitCode, string Output)> Run(string tool, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{tool}' could not be "
            + "started.");
        using var limit = new CancellationTokenSource(_longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public async Task Passes(string tool, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await Run(tool, arguments);
        Assert.True(exitCode == 0, $"{tool} ended with {exitCode}:\n{output}");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, tool)));
}
