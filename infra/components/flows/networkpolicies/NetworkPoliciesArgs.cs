namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>Arguments for <see cref="NetworkPolicies"/>.</summary>
public sealed class NetworkPoliciesArgs : ResourceArgs
{
    /// <summary>The declared flows.</summary>
    public required FlowModel Flows { get; init; }

    /// <summary>
    /// The configuration values of the <c>vpc-cni</c> add-on in the same cluster. Policies that it would not enforce
    /// are refused.
    /// </summary>
    public required string CniConfigurationValues { get; init; }
}
