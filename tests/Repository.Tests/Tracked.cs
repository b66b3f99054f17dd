using System.Diagnostics;
using Tests.Support;

namespace Repository.Tests;

/// <summary>The files git tracks or would track, relative to the top folder, with forward slashes.</summary>
internal static class Tracked
{
    public static IReadOnlyList<string> Files { get; } = List();

    public static IEnumerable<string> CSharp => Files.Where(f =>
        f.EndsWith(".cs", StringComparison.Ordinal) && !f.EndsWith(".g.cs", StringComparison.Ordinal));

    public static string Read(string relative) => File.ReadAllText(Checkout.PathOf(relative));

    private static List<string> List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => File.Exists(Checkout.PathOf(f)))];
    }
}
