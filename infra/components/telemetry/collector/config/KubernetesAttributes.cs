namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>Says of telemetry which pod it is from, found by the address of its sender.</summary>
public sealed record KubernetesAttributes() : Processor("k8s_attributes")
{
    /// <summary>The variable that holds the node's name.</summary>
    public const string NodeName = "K8S_NODE_NAME";

    /// <summary>As the pod's own service account.</summary>
    public string AuthType { get; } = "serviceAccount";

    /// <summary>Pods of the own node only: the others have their own collector.</summary>
    public NodeFilter Filter { get; } = new(NodeName);

    /// <summary>What is said.</summary>
    public ExtractedAttributes Extract { get; } = new(
    [
        "k8s.namespace.name", "k8s.node.name", "k8s.pod.name", "k8s.pod.uid", "k8s.deployment.name",
        "k8s.statefulset.name", "k8s.daemonset.name", "k8s.job.name",
    ]);

    /// <summary>How a pod is found: by its uid where telemetry tells, else by the connection.</summary>
    public IReadOnlyList<PodAssociation> PodAssociation { get; } =
    [
        new([new("resource_attribute") { Name = "k8s.pod.uid" }]),
        new([new("connection")]),
    ];

    /// <summary>Which pods are watched.</summary>
    /// <param name="NodeFromEnvVar">The variable that holds the node's name.</param>
    public sealed record NodeFilter(string NodeFromEnvVar);
}
