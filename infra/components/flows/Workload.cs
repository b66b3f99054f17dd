namespace Infra.Components.Flows;

/// <summary>The pods of one workload: the only party that a NetworkPolicy selects.</summary>
/// <param name="Name">Name within the model, and of its policy.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Namespace">The namespace its pods run in.</param>
/// <param name="Labels">Labels that all of its pods have and no other pod of the namespace has.</param>
/// <param name="ServiceAccount">The service account its pods run as.</param>
public sealed record Workload(
    string Name,
    string Description,
    string Namespace,
    IReadOnlyDictionary<string, string> Labels,
    string ServiceAccount) : Party(Name, Description)
{
    /// <summary>What owns the pods. A ReplicaSet unless said otherwise.</summary>
    public Controller Controller { get; init; } = Controller.ReplicaSet;

    /// <summary>Whether its pods get AWS credentials from the Pod Identity agent. No by default.</summary>
    public bool PodIdentity { get; init; }

    /// <summary>Pods have the addresses of their node's interfaces, and so its security group.</summary>
    public override string Group => SecurityGroupNames.Nodes;
}
