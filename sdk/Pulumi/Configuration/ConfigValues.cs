using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The settings that the engine (or a test) gives a program in its environment.</summary>
internal sealed class ConfigValues
{
    /// <summary>A JSON object of all settings, secrets in plain text: <c>{"project:key": "value"}</c>.</summary>
    private const string Variable = "PULUMI_CONFIG";

    /// <summary>A JSON array of the keys whose values are secret.</summary>
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private readonly ImmutableDictionary<string, string> _values;

    private ConfigValues(ImmutableDictionary<string, string> values) => _values = values;

    public static ConfigValues FromEnvironment()
    {
        using var document = Parse(Variable);
        using var secretKeys = Parse(SecretKeysVariable);
        if (document is null)
        {
            return new ConfigValues(ImmutableDictionary<string, string>.Empty);
        }

        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var setting in document.RootElement.EnumerateObject())
        {
            values[WithoutConfigPart(setting.Name)] = setting.Value.ToString();
        }

        return new ConfigValues(values.ToImmutable());
    }

    public string? Get(string fullKey) => _values.GetValueOrDefault(fullKey);

    private static JsonDocument? Parse(string variable)
        => Environment.GetEnvironmentVariable(variable) is { } text ? JsonDocument.Parse(text) : null;

    /// <summary>Older engines write <c>project:config:key</c> for <c>project:key</c>.</summary>
    private static string WithoutConfigPart(string key)
        => key.Split(':', 3) is [{ Length: > 0 } project, "config", var rest] ? $"{project}:{rest}" : key;
}
