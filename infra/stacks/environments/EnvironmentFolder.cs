namespace Infra.Stacks.Environments;

/// <summary>The folder that holds an environment file for each environment.</summary>
/// <param name="Path">
/// The folder: <c>infra/stacks/environments</c> of the repository, or its copy beside the program.
/// </param>
public sealed record EnvironmentFolder(string Path)
{
    private const string Extension = ".yaml";

    /// <summary>The folder that was built with this program.</summary>
    public static EnvironmentFolder Built { get; } = new(
        System.IO.Path.Combine(AppContext.BaseDirectory, "environments"));

    /// <summary>The environments there are, sorted.</summary>
    /// <exception cref="EnvironmentFileException">The folder is missing.</exception>
    public IReadOnlyList<string> Names => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*" + Extension).Select(NameOf).Order(StringComparer.Ordinal)]
        : throw new EnvironmentFileException($"Cannot look for environments: there is no folder '{Path}'.");

    /// <summary>Reads an environment.</summary>
    /// <exception cref="EnvironmentFileException">There is no such environment, or its file has problems.</exception>
    public EnvironmentSettings Read(string name)
    {
        var text = TextOf(name);
        return EnvironmentFile.Read(text.File, name, text.Text);
    }

    /// <summary>
    /// One environment with each of the settings in which another one differs, one at a time. What makes the two be two
    /// (name, account, partition, regions, prefix) stays.
    /// </summary>
    /// <param name="left">The environment that takes over.</param>
    /// <param name="right">The environment that is taken from.</param>
    /// <exception cref="EnvironmentFileException">There is no such environment, or its file has problems.</exception>
    public IEnumerable<EnvironmentVariant> Variants(string left, string right) =>
        new EnvironmentVariants(TextOf(left), TextOf(right)).All();

    private EnvironmentText TextOf(string name)
    {
        var names = Names;
        if (!names.Contains(name))
        {
            var suggestion = Nearest.To(name, names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
            throw new EnvironmentFileException(
                $"There is no environment '{name}' in '{Path}'; there is {string.Join(", ", names)}.{suggestion}");
        }

        var file = System.IO.Path.Combine(Path, name + Extension);
        try
        {
            return new(file, name, File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentFileException(
                $"Cannot read the environment file '{file}': {exception.Message}", exception);
        }
    }

    private static string NameOf(string file) => System.IO.Path.GetFileNameWithoutExtension(file);
}
