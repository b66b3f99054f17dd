using System.Net;

namespace Infra.Components.Flows.Catalogue;

/// <summary>What the platform's flows touch outside its pods, at the addresses of one environment.</summary>
/// <param name="plan">The addresses.</param>
public sealed class PlatformEndpoints(NetworkPlan plan)
{
    /// <summary>Whoever uses the API.</summary>
    public Endpoint Clients { get; } = new("clients", "people and systems that use the API", plan.Clients);

    /// <summary>The load balancer in front of the API.</summary>
    public Endpoint LoadBalancer { get; } =
        new("load-balancer", "the load balancer of the API", plan.LoadBalancerSubnets)
        {
            SecurityGroup = SecurityGroupNames.LoadBalancer,
            Ports = [PlatformPorts.Https],
        };

    /// <summary>The EKS control plane: the API server is called, webhooks and kubelets are called from it.</summary>
    public Endpoint ControlPlane { get; } =
        new("control-plane", "the EKS API server", [plan.ApiServerService, .. plan.ControlPlaneSubnets])
        {
            SecurityGroup = SecurityGroupNames.ControlPlane,
            Ports = [PlatformPorts.Https],
        };

    /// <summary>
    /// Nodes themselves, with what runs on their own network: kubelet, kube-proxy, VPC CNI, Pod Identity agent.
    /// </summary>
    public Endpoint Nodes { get; } = new("nodes", "worker nodes and what is on their network", plan.NodeSubnets)
    {
        SecurityGroup = SecurityGroupNames.Nodes,
        Ports = [PlatformPorts.Kubelet],
    };

    /// <summary>PostgreSQL.</summary>
    public Endpoint Database { get; } = new("database", "RDS PostgreSQL", plan.DatabaseSubnets)
    {
        SecurityGroup = SecurityGroupNames.Database,
        Ports = [PlatformPorts.Postgres],
    };

    /// <summary>The VPC's resolver, which only CoreDNS calls from a pod.</summary>
    public Endpoint Resolver { get; } = new("vpc-resolver", "the VPC's DNS resolver", [plan.Resolver])
    {
        BeyondSecurityGroups = true,
        Ports = [PlatformPorts.Dns, PlatformPorts.DnsTcp],
    };

    /// <summary>Where a pod gets its AWS credentials from.</summary>
    public Endpoint PodIdentityAgent { get; } =
        new("pod-identity-agent", "the EKS Pod Identity agent", [IPNetwork.Parse("169.254.170.23/32")])
        {
            BeyondSecurityGroups = true,
            Ports = [PlatformPorts.Http],
        };

    // The slot is the place of an endpoint in each subnet. A slot is never used again: its address may still be allowed
    // somewhere. The last parameter is what follows `com.amazonaws.REGION.` in the service's name.

    /// <summary>
    /// S3. Pods and nodes use the interface: a gateway answers at public addresses, which no policy can name.
    /// </summary>
    public Endpoint S3 { get; } = Service(plan, 0, "s3", "Amazon S3");

    /// <summary>STS.</summary>
    public Endpoint Sts { get; } = Service(plan, 1, "sts", "AWS STS");

    /// <summary>KMS.</summary>
    public Endpoint Kms { get; } = Service(plan, 2, "kms", "AWS KMS");

    /// <summary>Secrets Manager.</summary>
    public Endpoint SecretsManager { get; } = Service(plan, 3, "secretsmanager", "AWS Secrets Manager");

    /// <summary>ECR's API.</summary>
    public Endpoint EcrApi { get; } = Service(plan, 4, "ecr.api", "Amazon ECR");

    /// <summary>ECR's registry.</summary>
    public Endpoint EcrRegistry { get; } = Service(plan, 5, "ecr.dkr", "Amazon ECR's registry");

    /// <summary>EC2.</summary>
    public Endpoint Ec2 { get; } = Service(plan, 6, "ec2", "Amazon EC2");

    /// <summary>EKS.</summary>
    public Endpoint Eks { get; } = Service(plan, 7, "eks", "Amazon EKS");

    /// <summary>What the Pod Identity agent exchanges tokens with.</summary>
    public Endpoint EksAuth { get; } = Service(plan, 8, "eks-auth", "EKS Pod Identity");

    /// <summary>CloudWatch Logs.</summary>
    public Endpoint Logs { get; } = Service(plan, 9, "logs", "CloudWatch Logs");

    /// <summary>X-Ray.</summary>
    public Endpoint XRay { get; } = Service(plan, 10, "xray", "AWS X-Ray");

    /// <summary>Amazon Managed Service for Prometheus.</summary>
    public Endpoint Amp { get; } = Service(plan, 11, "aps-workspaces", "Amazon Managed Prometheus");

    /// <summary>SNS.</summary>
    public Endpoint Sns { get; } = Service(plan, 12, "sns", "Amazon SNS");

    /// <summary>Elastic Load Balancing.</summary>
    public Endpoint LoadBalancing { get; } = Service(plan, 13, "elasticloadbalancing", "Elastic Load Balancing");

    /// <summary>CloudWatch's metrics.</summary>
    public Endpoint CloudWatch { get; } = Service(plan, 14, "monitoring", "Amazon CloudWatch");

    /// <summary>The interface VPC endpoints that the foundation makes, by slot.</summary>
    public IReadOnlyList<Endpoint> Services =>
    [
        S3, Sts, Kms, SecretsManager, EcrApi, EcrRegistry, Ec2, Eks, EksAuth, Logs, XRay, Amp, Sns, LoadBalancing,
        CloudWatch,
    ];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Endpoint> All =>
        [Clients, LoadBalancer, ControlPlane, Nodes, Database, Resolver, PodIdentityAgent, .. Services];

    private static Endpoint Service(NetworkPlan plan, int slot, string service, string description) =>
        new($"aws-{service.Replace('.', '-')}", description, plan.EndpointAddresses(slot))
        {
            SecurityGroup = SecurityGroupNames.Endpoints,
            Service = service,
            Ports = [PlatformPorts.Https],
        };
}
