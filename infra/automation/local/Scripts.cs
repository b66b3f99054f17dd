namespace Infra.Automation.Local;

/// <summary>The scripts of the folder <c>local/</c>, which the build puts beside the program.</summary>
internal static class Scripts
{
    public static string PathOf(string script) => Path.Combine(AppContext.BaseDirectory, "local", script);
}
