using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// The engine's wire form: null, bool, double, string, array and object, where an object with a signature stands for
/// something else. https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go
/// </summary>
internal static class Wire
{
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public const string Signature = "4dabf18193072939515e22adb298388d";
    public const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    public const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    public const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

    public const string Value = "value";
    public const string Urn = "urn";
    public const string Id = "id";
    public const string State = "state";
    public const string Version = "packageVersion";
    public const string Path = "path";
    public const string Uri = "uri";
    public const string Text = "text";
    public const string Assets = "assets";

    public static ImmutableDictionary<string, object?> Secret(object? value)
        => Signed(SecretSignature, (Value, value));

    public static ImmutableDictionary<string, object?> Signed(
        string signature, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var signed = ImmutableDictionary.CreateBuilder<string, object?>();
        signed.Add(Signature, signature);
        foreach (var (name, value) in properties)
        {
            signed.Add(name, value);
        }

        return signed.ToImmutable();
    }

    /// <summary>The signature of a value that is an object and has one; else null.</summary>
    public static string? SignatureOf(object? value)
        => value is ImmutableDictionary<string, object?> map && map.TryGetValue(Signature, out var signature)
            ? signature as string
            : null;

    public static bool ContainsUnknown(object? value) => value switch
    {
        string text => text == Unknown,
        ImmutableArray<object?> array => array.Any(ContainsUnknown),
        ImmutableDictionary<string, object?> map => map.Values.Any(ContainsUnknown),
        _ => false,
    };
}
