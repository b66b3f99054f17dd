namespace Sdk.Tests.Codegen;

/// <summary>Skipped where Node or npm is missing, but not when CI is set: there the test says what is missing.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") is null && !(Exists("node") && Exists("npm")))
        {
            Skip = "install Node 18 or newer with npm to run";
        }
    }

    internal static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
