namespace Tests.Support.Node;

/// <summary>The npm packages of <c>tests/node</c>: installed once per lock file, whoever asks first.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);
    private static readonly string _folder = Checkout.PathOf("tests/node");

    /// <summary>Why a test is skipped; null where it is not, or where CI is set and nothing may be skipped.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable("CI") is null && !(Exists("node") && Exists("npm"))
            ? "install Node 18 or newer with npm to run"
            : null;

    /// <summary>Installs them unless that very lock file was installed before.</summary>
    public static async Task InstallAsync()
    {
        var modules = Directory.CreateDirectory(Path.Combine(_folder, "node_modules"));
        var stamp = Path.Combine(modules.FullName, ".strata-installed");
        var pinned = await File.ReadAllTextAsync(Path.Combine(_folder, "package-lock.json"));

        // Two test processes may get here at once: the lock file lives beside node_modules, which npm deletes.
        await using var held = await LockAsync(Path.Combine(_folder, "node_modules.lock"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == pinned)
        {
            return;
        }

        // `npm ci` deletes node_modules first, the stamp with it: a run cut short installs again.
        await NodeProgram.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], _folder, "", _limit);
        await File.WriteAllTextAsync(stamp, pinned);
    }

    private static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<FileStream> LockAsync(string path)
    {
        using var limit = new CancellationTokenSource(_limit);
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, limit.Token); // Another process installs.
            }
        }
    }
}
