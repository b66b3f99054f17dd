using Eks = Pulumi.Aws.Eks;

namespace Infra.Components.Cluster.Access;

/// <summary>
/// Who may do what in a cluster. Nodes are not listed: EKS makes the entry of a managed node group's role itself.
/// </summary>
public sealed class ClusterAccess : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:ClusterAccess";

    /// <summary>Makes an entry and a policy for each grant.</summary>
    public ClusterAccess(string name, ClusterAccessArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        foreach (var grant in args.Grants)
        {
            var entry = new Eks.AccessEntry(
                $"{name}-{grant.Name}",
                new()
                {
                    ClusterName = args.ClusterName,
                    PrincipalArn = grant.PrincipalArn,
                    Type = "STANDARD",
                    Tags = args.Tags.ToInputs(),
                },
                new() { Parent = this });
            _ = new Eks.AccessPolicyAssociation(
                $"{name}-{grant.Name}",
                new()
                {
                    ClusterName = args.ClusterName,
                    PrincipalArn = entry.PrincipalArn, // The entry comes first.
                    PolicyArn = $"arn:{args.Partition}:eks::aws:cluster-access-policy/{PolicyOf(grant.Level)}",
                    AccessScope = Scope(grant),
                },
                new() { Parent = this, DependsOn = { entry } });
        }

        RegisterOutputs();
    }

    private static Eks.Inputs.AccessPolicyAssociationAccessScopeArgs Scope(AccessGrant grant) => grant.Namespaces switch
    {
        [] => new() { Type = "cluster" },
        var namespaces => new() { Type = "namespace", Namespaces = namespaces.ToArray() },
    };

    private static string PolicyOf(AccessLevel level) => level switch
    {
        AccessLevel.View => "AmazonEKSViewPolicy",
        AccessLevel.Edit => "AmazonEKSEditPolicy",
        AccessLevel.ClusterAdmin => "AmazonEKSClusterAdminPolicy",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level of access."),
    };
}
