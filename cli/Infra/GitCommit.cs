using System.ComponentModel;
using System.Diagnostics;

namespace Strata.Cli.Infra;

/// <summary>Asks git which commit a checkout is at.</summary>
internal static class GitCommit
{
    /// <summary>The commit; null where there is no git or no repository.</summary>
    public static async Task<string?> FindAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, "rev-parse", "HEAD"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start);
            if (git is null)
            {
                return null;
            }

            var commit = (await git.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
            await git.WaitForExitAsync(cancellationToken);
            return git.ExitCode == 0 ? commit : null;
        }
        catch (Win32Exception)
        {
            return null; // There is no git.
        }
    }
}
