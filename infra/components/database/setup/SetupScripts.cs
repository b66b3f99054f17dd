namespace Infra.Components.Database.Setup;

/// <summary>The scripts of the setup, which are resources of this assembly.</summary>
internal static class SetupScripts
{
    /// <summary>Name and text of each.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new[] { "apply.sh", "database.sql", "prepare.sh", "promote.sh" }.ToDictionary(name => name, Read);

    private static string Read(string name)
    {
        using var stream = typeof(SetupScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"This build has no script '{name}' of the database setup.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
