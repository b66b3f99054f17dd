namespace Infra.Automation.Local;

/// <summary>A file of <c>NAME=value</c> lines, mode 0600, as the scripts write it.</summary>
internal static class CredentialFile
{
    /// <summary>Reads the values of the named lines, in that order.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        string path, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new LocalServicesException(
                LocalFailure.Contradiction,
                $"The credentials '{path}' are gone, though the services that they belong to were started. "
                + "Restore the file, or delete the services' data with `strata local down --purge`.");
        }

        var values = new Dictionary<string, string>();
        foreach (var line in await File.ReadAllLinesAsync(path, cancellationToken))
        {
            if (line.Split('=', 2) is [var name, var value])
            {
                values[name] = value;
            }
        }

        return [.. names.Select(name => values.GetValueOrDefault(name) ?? throw new LocalServicesException(
            LocalFailure.Contradiction,
            $"The credentials '{path}' have no line '{name}=…'. Restore the file, or delete the services' data with "
            + "`strata local down --purge`."))];
    }
}
