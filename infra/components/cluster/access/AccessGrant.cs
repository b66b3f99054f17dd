namespace Infra.Components.Cluster.Access;

/// <summary>One principal's access.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="PrincipalArn">ARN of its IAM role.</param>
/// <param name="Level">What it may do.</param>
public sealed record AccessGrant(string Name, Input<string> PrincipalArn, AccessLevel Level)
{
    /// <summary>The namespaces it may do it in; none (the default) stands for the whole cluster.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
