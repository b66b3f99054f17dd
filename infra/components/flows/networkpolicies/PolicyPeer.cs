namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>The other end of a rule.</summary>
public abstract record PolicyPeer
{
    /// <summary>A text that is equal for equal peers and puts them in order.</summary>
    internal abstract string Key { get; }
}
