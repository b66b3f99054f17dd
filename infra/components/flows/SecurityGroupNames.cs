namespace Infra.Components.Flows;

/// <summary>
/// The security groups of an environment. The layers that make them and the rules between them agree here.
/// </summary>
public static class SecurityGroupNames
{
    /// <summary>Worker nodes and the pods on them.</summary>
    public const string Nodes = "nodes";

    /// <summary>The network interfaces of the EKS control plane.</summary>
    public const string ControlPlane = "control-plane";

    /// <summary>PostgreSQL instances.</summary>
    public const string Database = "database";

    /// <summary>Interface VPC endpoints.</summary>
    public const string Endpoints = "endpoints";

    /// <summary>The load balancer in front of the API.</summary>
    public const string LoadBalancer = "load-balancer";
}
