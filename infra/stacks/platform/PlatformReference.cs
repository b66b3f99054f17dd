using Infra.Components.Cluster;
using Infra.Stacks.Layers;
using Pulumi.Kubernetes;

namespace Infra.Stacks.Platform;

/// <summary>The outputs of the <c>platform</c> layer, as the layers that require it read them.</summary>
/// <param name="context">The layer that reads them.</param>
public sealed class PlatformReference(LayerContext context)
{
    internal const string ClusterNameKey = "clusterName";
    internal const string ClusterArnKey = "clusterArn";
    internal const string ClusterEndpointKey = "clusterEndpoint";
    internal const string ClusterCertificateAuthorityKey = "clusterCertificateAuthority";
    internal const string NamespacesKey = "namespaces";

    private readonly LayerOutputs _outputs = new(context.Reference(LayerRegistry.Platform));

    /// <summary>Which cluster it is.</summary>
    public ClusterIdentity Cluster => new(_outputs.Text(ClusterNameKey), _outputs.Text(ClusterArnKey));

    /// <summary>Where the cluster answers.</summary>
    public ClusterAddress Address => new(
        _outputs.Text(ClusterNameKey),
        _outputs.Text(ClusterEndpointKey),
        _outputs.Text(ClusterCertificateAuthorityKey));

    /// <summary>The name of a namespace.</summary>
    /// <param name="name">The namespace, as workloads are declared in it.</param>
    public Output<string> Namespace(string name) => _outputs.Text(NamespacesKey, name);

    /// <summary>A Kubernetes provider of the cluster. It holds no secret.</summary>
    public Provider Kubernetes(string name) =>
        ClusterProvider.Create(name, context.Environment.Region, Address);
}
