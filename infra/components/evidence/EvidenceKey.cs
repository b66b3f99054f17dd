using Infra.Components.Policies;
using Kms = Pulumi.Aws.Kms;

namespace Infra.Components.Evidence;

/// <summary>
/// A KMS key that evidence is encrypted with, rotated every year. Without it the evidence cannot be read.
/// </summary>
public sealed class EvidenceKey : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the key.</summary>
    public const string TypeToken = "strata:evidence:EvidenceKey";

    /// <summary>Creates the key and its alias.</summary>
    public EvidenceKey(string name, EvidenceKeyArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var key = new Kms.Key(
            name,
            new()
            {
                Description = "Evidence",
                EnableKeyRotation = true,
                DeletionWindowInDays = args.DeletionDays,
                Policy = Policy(args).ToJson(),
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        _ = new Kms.Alias(
            $"{name}-alias",
            new() { Name = $"alias/{args.AliasName}", TargetKeyId = key.KeyId },
            new() { Parent = this });
        KeyArn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>ARN of the key.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; private set; }

    private static PolicyDocument Policy(EvidenceKeyArgs args) =>
        new([KeyStatements.AccountDecides(args.Partition, args.Account), .. args.Statements]);
}
