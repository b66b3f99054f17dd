namespace Evidence.Tests.Ledger.Keys;

/// <summary>Skipped where the openssl command is missing, but never when CI is set.</summary>
public sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Environment.GetEnvironmentVariable("CI") is null
            && !folders.Any(folder => File.Exists(Path.Combine(folder, "openssl"))))
        {
            Skip = "install openssl to run";
        }
    }
}
