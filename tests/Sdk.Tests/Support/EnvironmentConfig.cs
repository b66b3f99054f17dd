using System.Text.Json;

namespace Sdk.Tests.Support;

/// <summary>
/// Settings of a program. The environment is the only way in which the genuine SDK takes them, and deployments here run
/// one after the other; so it is set for a while, and set back.
/// </summary>
internal sealed class EnvironmentConfig : IDisposable
{
    private const string Config = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    public EnvironmentConfig(params (string Key, string Value)[] settings)
    {
        Set(Config, JsonSerializer.Serialize(settings.ToDictionary(one => one.Key, one => one.Value)));
        Set(SecretKeys, JsonSerializer.Serialize(settings.Select(one => one.Key)));
    }

    public void Dispose()
    {
        Set(Config, null);
        Set(SecretKeys, null);
    }

#pragma warning disable RS0030 // See the summary.
    private static void Set(string variable, string? value) => Environment.SetEnvironmentVariable(variable, value);
#pragma warning restore RS0030
}
