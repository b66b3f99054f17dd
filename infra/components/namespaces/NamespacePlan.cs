namespace Infra.Components.Namespaces;

/// <summary>What a namespace is.</summary>
/// <param name="Name">Its name.</param>
public sealed record NamespacePlan(string Name)
{
    /// <summary>What its pods may be. Restricted unless said otherwise.</summary>
    public PodSecurity PodSecurity { get; init; } = PodSecurity.Restricted;

    /// <summary>Why its pods may be more than restricted; null (the default) where they may not.</summary>
    public string? Exception { get; init; }

    /// <summary>
    /// Whether the cluster makes it by itself, so that it is taken over and never deleted. No by default.
    /// </summary>
    public bool MadeByCluster { get; init; }

    /// <summary>
    /// Whether it is bounded by a quota and a limit range. Yes, but where a node could not work without its pods.
    /// </summary>
    public bool Bounded { get; init; } = true;

    /// <summary>
    /// Whether its Services may be reached from outside by load balancers and node ports. No by default.
    /// </summary>
    public bool Exposed { get; init; }

    /// <summary>Whether no flow is declared for its pods, so that nothing else closes it. No by default.</summary>
    public bool Closed { get; init; }

    /// <summary>The tenant it is kept for; null (the default) for everybody's.</summary>
    public string? Tenant { get; init; }
}
