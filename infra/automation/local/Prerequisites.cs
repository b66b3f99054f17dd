namespace Infra.Automation.Local;

/// <summary>The programs that the local services are made of.</summary>
public static class Prerequisites
{
    private const string PostgresVersions = "/usr/lib/postgresql";

    private static readonly string[] _folders = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin"];

    private static readonly string[] _programs =
        ["setsid", "setpriv", "ceph", "ceph-authtool", "ceph-mon", "ceph-osd", "monmaptool", "rados", "radosgw",
            "radosgw-admin"];

    /// <summary>The names of the programs that are not installed; empty when all is there.</summary>
    public static IReadOnlyList<string> Missing()
    {
        List<string> missing =
            [.. _programs.Where(program => !_folders.Any(folder => File.Exists(Path.Combine(folder, program))))];
        if (!Directory.Exists(PostgresVersions)
            || !Directory.EnumerateDirectories(PostgresVersions).Any(at => File.Exists($"{at}/bin/postgres")))
        {
            missing.Add("postgres");
        }

        return missing;
    }

    /// <exception cref="LocalServicesException">A program is missing.</exception>
    internal static void Demand()
    {
        if (Missing() is { Count: > 0 } missing)
        {
            throw new LocalServicesException(
                LocalFailure.Unreachable,
                $"The local services need programs that are not installed: {string.Join(", ", missing)}. "
                + "Install them with `eng/install-packages.sh services`.");
        }
    }
}
