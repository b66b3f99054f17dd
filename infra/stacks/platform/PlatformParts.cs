using Infra.Components.Cluster;
using Infra.Components.Flows;
using Infra.Components.Tagging;
using Infra.Stacks.Bootstrap;
using Infra.Stacks.Data;
using Infra.Stacks.Environments;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Pulumi.Kubernetes;

namespace Infra.Stacks.Platform;

/// <summary>
/// What everything in the cluster is built on. Each part of the layer takes it and adds one line to the stack.
/// </summary>
public sealed record PlatformParts
{
    /// <summary>The layer and its environment.</summary>
    public required LayerContext Context { get; init; }

    /// <summary>The layer's section of the environment's file.</summary>
    public required PlatformSettings Settings { get; init; }

    /// <summary>The account: its roles, and where its alarms go.</summary>
    public required BootstrapReference Bootstrap { get; init; }

    /// <summary>The network and the keys.</summary>
    public required FoundationReference Foundation { get; init; }

    /// <summary>The databases and their secrets.</summary>
    public required DataReference Data { get; init; }

    /// <summary>The declared flows, at the environment's addresses.</summary>
    public required FlowModel Flows { get; init; }

    /// <summary>The cluster.</summary>
    public required ClusterIdentity Cluster { get; init; }

    /// <summary>The AWS provider of the environment's region.</summary>
    public required ProviderResource Aws { get; init; }

    /// <summary>
    /// The cluster's Kubernetes provider. What uses it waits for access to the cluster, nodes and add-ons.
    /// </summary>
    public required Provider Kubernetes { get; init; }

    /// <summary>The names of the namespaces, by name. Whoever uses one waits for the namespace.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Namespaces { get; init; }

    /// <summary>
    /// What must be there before a pod is: namespaces with their quotas, and the policies between them.
    /// </summary>
    public required IReadOnlyList<Resource> Guards { get; init; }

    /// <summary>The environment.</summary>
    public EnvironmentSettings Environment => Context.Environment;

    /// <summary>The tags of what belongs to no workload of its own.</summary>
    public StandardTags Tags => Context.Tags;

    /// <summary>
    /// Options of a component that runs pods: its children in the cluster and in AWS get their provider from it, and
    /// come after the guards.
    /// </summary>
    public ComponentResourceOptions Options => new() { Providers = { Aws, Kubernetes }, DependsOn = [.. Guards] };

    /// <summary>The tags of a workload.</summary>
    public StandardTags TagsOf(Workload workload) => Tags with { Service = workload.Name };

    /// <summary>AWS credentials for a workload that is declared with <c>PodIdentity</c>.</summary>
    /// <param name="workload">The workload, whose service account gets the role.</param>
    /// <param name="policy">What it may do, as an IAM policy in JSON.</param>
    /// <param name="parent">The component that it is a child of; null for the stack.</param>
    /// <exception cref="ArgumentException">The workload's way to the agent is closed.</exception>
    public PodIdentity Identity(Workload workload, Input<string> policy, Resource? parent = null) =>
        workload.PodIdentity
            ? new(
                $"{workload.Name}-identity",
                new()
                {
                    RoleName = $"{Environment.Prefix}-{workload.Name}",
                    Cluster = Cluster,
                    Namespace = workload.Namespace,
                    ServiceAccount = workload.ServiceAccount,
                    Policy = policy,
                    Tags = TagsOf(workload),
                },
                new() { Parent = parent, Provider = Aws })
            : throw new ArgumentException(
                $"The workload '{workload.Name}' is not declared with 'PodIdentity', so its pods could not reach the "
                + "agent that gives credentials: declare it.",
                nameof(workload));
}
