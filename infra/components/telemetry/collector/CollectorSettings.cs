namespace Infra.Components.Telemetry.Collector;

/// <summary>What the collectors of one cluster need to be told.</summary>
public sealed record CollectorSettings
{
    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>AWS account.</summary>
    public required string Account { get; init; }

    /// <summary>AWS region.</summary>
    public required string Region { get; init; }

    /// <summary>Name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The account's registry, <c>ACCOUNT.dkr.ecr.REGION.amazonaws.com</c>.</summary>
    public required string Registry { get; init; }

    /// <summary>Priority class of the agents: those of a node come before its workloads.</summary>
    public required string AgentPriority { get; init; }

    /// <summary>Priority class of the gateway.</summary>
    public required string GatewayPriority { get; init; }

    /// <summary>Fewest replicas of the gateway.</summary>
    public required int GatewayReplicas { get; init; }

    /// <summary>Most replicas of the gateway.</summary>
    public required int GatewayMostReplicas { get; init; }

    /// <summary>What everything is said to be from, as <c>OTEL_RESOURCE_ATTRIBUTES</c> has it.</summary>
    internal string ResourceAttributes => string.Join(
        ',',
        $"deployment.environment.name={Environment}",
        "cloud.provider=aws",
        "cloud.platform=aws_eks",
        $"cloud.account.id={Account}",
        $"cloud.region={Region}",
        $"k8s.cluster.name={Cluster}");
}
