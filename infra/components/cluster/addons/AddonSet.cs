using Eks = Pulumi.Aws.Eks;

namespace Infra.Components.Cluster.Addons;

/// <summary>Add-ons of EKS that are installed together.</summary>
public sealed class AddonSet : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:AddonSet";

    /// <summary>Installs them. What somebody changed in the cluster by hand is changed back.</summary>
    public AddonSet(string name, AddonSetArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        foreach (var addon in args.Addons)
        {
            var inputs = new Eks.AddonArgs
            {
                ClusterName = args.ClusterName,
                AddonName = addon.Name,
                AddonVersion = addon.Version,
                ResolveConflictsOnCreate = "OVERWRITE",
                ResolveConflictsOnUpdate = "OVERWRITE",
                Tags = args.Tags.ToInputs(),
            };
            if (addon.ConfigurationValues is { } values)
            {
                inputs.ConfigurationValues = values;
            }

            _ = new Eks.Addon($"{name}-{addon.Name}", inputs, new() { Parent = this });
        }

        RegisterOutputs();
    }
}
