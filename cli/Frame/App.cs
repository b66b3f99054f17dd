using Infra.Automation.State.Checks;

namespace Strata.Cli.Frame;

/// <summary>
/// The composition root: the only place that reads the process's environment. Verbs take what they need from here and
/// hand it down; nothing below the command line looks for itself.
/// </summary>
internal sealed record App
{
    /// <summary>The repository's top folder: the one that holds <c>Pulumi.yaml</c>.</summary>
    public required string Root { get; init; }

    /// <summary>All that strata keeps on this machine: state, keys, local services. <c>.local</c>, or STRATA_LOCAL.</summary>
    public required string Local { get; init; }

    public required TimeProvider Time { get; init; }

    public required Screen Screen { get; init; }

    /// <summary>Name of the key to sign records with (STRATA_SIGNING_KEY); null for that of this machine.</summary>
    public string? SigningKey { get; init; }

    /// <summary>Whether failures also show where in strata they arose (STRATA_TRACE=1).</summary>
    public bool Trace { get; init; }

    /// <summary>Variables that are set and switch off a protection of the Pulumi engine.</summary>
    public IReadOnlyList<string> ForbiddenVariables { get; init; } = [];

    public static App FromProcess()
    {
        var root = FindRoot();
        return new App
        {
            Root = root,
            Local = Path.GetFullPath(Variable("STRATA_LOCAL") ?? Path.Combine(root, ".local")),
            Time = TimeProvider.System,
            SigningKey = Variable("STRATA_SIGNING_KEY"),
            Trace = Variable("STRATA_TRACE") is "1" or "true",
            ForbiddenVariables = [.. ForbiddenFlags.Variables.Where(name => Variable(name) is not null)],
            Screen = new Screen(
                Console.Out,
                Console.Error,
                outputIsTerminal: !Console.IsOutputRedirected,
                errorIsTerminal: !Console.IsErrorRedirected,
                colour: Variable("NO_COLOR") is null),
        };
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The nearest folder upwards that holds Pulumi.yaml: from here first, then from where strata is installed.</summary>
    private static string FindRoot()
    {
        foreach (var start in (string[])[Environment.CurrentDirectory, AppContext.BaseDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml"))
                    && File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        return Environment.CurrentDirectory;
    }
}
