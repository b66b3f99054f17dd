using Infra.Components.Tagging;

namespace Infra.Components.Cluster;

/// <summary>Arguments of <see cref="PodIdentity"/>.</summary>
public sealed class PodIdentityArgs : ResourceArgs
{
    /// <summary>Name of the role: 1 to 64 characters, unique in the account.</summary>
    public required string RoleName { get; init; }

    /// <summary>The cluster.</summary>
    public required ClusterIdentity Cluster { get; init; }

    /// <summary>The namespace of the service account.</summary>
    public required string Namespace { get; init; }

    /// <summary>The service account whose pods get the role.</summary>
    public required string ServiceAccount { get; init; }

    /// <summary>
    /// What the role may do, as an IAM policy in JSON. Null (the default) where <see cref="ManagedPolicyArns"/> say it
    /// all.
    /// </summary>
    public Input<string>? Policy { get; init; }

    /// <summary>Policies that AWS keeps for its own controllers. None by default.</summary>
    public IReadOnlyList<string> ManagedPolicyArns { get; init; } = [];

    /// <summary>The role's and the association's tags.</summary>
    public required StandardTags Tags { get; init; }
}
