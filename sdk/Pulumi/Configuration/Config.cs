using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>
/// The settings of one name, by key. Without a setting, <c>Get…</c> is null and <c>Require…</c> an error that says how
/// to set it; <c>…Secret…</c> is an output that is secret. A value that is not of the type is an error.
/// </summary>
public sealed class Config
{
    private const string ConfigSuffix = ":config";

    private readonly string _name;

    /// <param name="name">Default: the project's name.</param>
    public Config(string? name = null)
    {
        var given = name ?? Deployment.Instance.ProjectName;
        _name = given.EndsWith(ConfigSuffix, StringComparison.Ordinal) ? given[..^ConfigSuffix.Length] : given;
    }

    public string? Get(string key) => Deployment.Current.Config.Get(FullKey(key));

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <exception cref="RunException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw IsNot<bool>(key, other),
    };

    public Output<bool>? GetSecretBoolean(string key)
        => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) => value,
        var other => throw IsNot<int>(key, other),
    };

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        var other => throw IsNot<double>(key, other),
    };

    public Output<double>? GetSecretDouble(string key)
        => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    public T? GetObject<T>(string key, JsonSerializerOptions options) => Parse<T>(key, options);

    public T? GetObject<T>(string key) => Parse<T>(key, options: null);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options)
        => Get(key) is null ? null : RequireSecretObject<T>(key, options);

    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : RequireSecretObject<T>(key);

    /// <exception cref="RunException">There is no such setting.</exception>
    public string Require(string key) => Get(key) ?? throw IsMissing(key);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw IsMissing(key);

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public int RequireInt32(string key) => GetInt32(key) ?? throw IsMissing(key);

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public double RequireDouble(string key) => GetDouble(key) ?? throw IsMissing(key);

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public T RequireObject<T>(string key, JsonSerializerOptions options) => ParseRequired<T>(key, options);

    public T RequireObject<T>(string key) => ParseRequired<T>(key, options: null);

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options)
        => Output.CreateSecret(RequireObject<T>(key, options));

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    private T ParseRequired<T>(string key, JsonSerializerOptions? options)
    {
        Require(key);

        // The JSON text `null` is a setting too; the genuine SDK lets it through.
        return Parse<T>(key, options)!;
    }

    private T? Parse<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } text)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException error)
        {
            throw IsNot<T>(key, text, error);
        }
    }

    private RunException IsNot<T>(string key, string value, Exception? inner = null)
        => new($"Configuration '{FullKey(key)}' value '{value}' is not a valid "
            + $"{(typeof(T).IsPrimitive ? typeof(T).Name : typeof(T).FullName)}", inner);

    private RunException IsMissing(string key)
        => new($"Missing Required configuration variable '{FullKey(key)}'\n"
            + $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private string FullKey(string key) => $"{_name}:{key}";
}
