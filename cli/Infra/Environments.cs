using Infra.Stacks.Environments;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>Finds the environment files: those of the checkout, else those that strata was built with.</summary>
internal static class Environments
{
    public static EnvironmentSettings Read(App app, string name) => Folder(app).Read(name);

    public static EnvironmentFolder Folder(App app)
    {
        var checkout = Path.Combine(app.Root, "infra", "stacks", "environments");
        return Directory.Exists(checkout)
            ? new EnvironmentFolder(Path.GetRelativePath(System.Environment.CurrentDirectory, checkout))
            : EnvironmentFolder.Built;
    }
}
