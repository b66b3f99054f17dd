using Kms = Pulumi.Aws.Kms;

namespace Infra.Components.Keys;

/// <summary>
/// A KMS key for one purpose, rotated every year. What it encrypted cannot be read without it. Stateful.
/// </summary>
public sealed class PurposeKey : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the key.</summary>
    public const string TypeToken = "strata:keys:PurposeKey";

    /// <summary>Creates the key and its alias.</summary>
    public PurposeKey(string name, PurposeKeyArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var key = new Kms.Key(
            name,
            new()
            {
                Description = $"{args.Prefix}: {args.Purpose}",
                EnableKeyRotation = true,
                DeletionWindowInDays = args.DeletionDays,
                Policy = KeyPolicies.Of(args.Purpose, args.Scope).ToJson(),
                Tags = (args.Tags with { Service = args.Purpose }).ToInputs(),
            },
            new() { Parent = this });
        _ = new Kms.Alias(
            $"{name}-alias",
            new() { Name = AliasOf(args.Prefix, args.Purpose), TargetKeyId = key.KeyId },
            new() { Parent = this });
        KeyArn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>ARN of the key.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; private set; }

    /// <summary>The alias of a purpose's key, for whoever has nothing but the environment's file.</summary>
    public static string AliasOf(string prefix, string purpose) => $"alias/{prefix}-{purpose}";
}
