namespace Infra.Components.Flows.SecurityGroups;

/// <summary>Whatever is in another security group, or in the same one.</summary>
/// <param name="Group">Name of the group, from <see cref="SecurityGroupNames"/>.</param>
public sealed record GroupPeer(string Group) : RulePeer
{
    /// <inheritdoc/>
    public override string ToString() => Group;
}
