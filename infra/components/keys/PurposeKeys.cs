using System.Collections.Immutable;
using Infra.Components.Policies;

namespace Infra.Components.Keys;

/// <summary>A key for each purpose, and a second one where copies are kept in another region. Stateful.</summary>
public sealed class PurposeKeys : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the keys.</summary>
    public const string TypeToken = "strata:keys:PurposeKeys";

    /// <summary>
    /// Creates the keys. Its providers are arguments, since a component has one provider per package. The second keys
    /// are keys of their own: one that was replicated would be as lost as its original if that were disclosed.
    /// </summary>
    public PurposeKeys(string name, PurposeKeysArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var home = new ComponentResourceOptions { Parent = this, Provider = args.Home };
        var replica = new ComponentResourceOptions { Parent = this, Provider = args.Replica };
        Keys = KeyPurposes.All.ToImmutableDictionary(
            purpose => purpose,
            purpose => new PurposeKey($"{name}-{purpose}", KeyArgs(purpose, args, args.HomeScope), home).KeyArn);
        ReplicaKeys = KeyPurposes.Replicated.ToImmutableDictionary(
            purpose => purpose,
            purpose => new PurposeKey(
                $"{name}-{purpose}-replica", KeyArgs(purpose, args, args.ReplicaScope), replica).KeyArn);
        RegisterOutputs();
    }

    /// <summary>ARN of the key of each purpose.</summary>
    public ImmutableDictionary<string, Output<string>> Keys { get; }

    /// <summary>ARN of the key in the replica region, of each purpose that has one.</summary>
    public ImmutableDictionary<string, Output<string>> ReplicaKeys { get; }

    private static PurposeKeyArgs KeyArgs(string purpose, PurposeKeysArgs args, AwsScope scope) => new()
    {
        Purpose = purpose,
        Prefix = args.Prefix,
        Scope = scope,
        DeletionDays = args.DeletionDays,
        Tags = args.Tags,
    };
}
