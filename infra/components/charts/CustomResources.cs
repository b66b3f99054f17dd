using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Charts;

/// <summary>What the custom resources of charts have alike.</summary>
public static class CustomResources
{
    /// <summary>Pulumi waits for this condition before it makes what depends on the object.</summary>
    private const string WaitFor = "pulumi.com/waitFor";

    /// <summary>Metadata of an object that counts as made once its controller calls it ready.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ns">Its namespace; null for an object of the whole cluster.</param>
    public static ObjectMetaArgs UntilReady(string name, string? ns = null)
    {
        var metadata = new ObjectMetaArgs { Name = name, Annotations = { [WaitFor] = "condition=Ready" } };
        if (ns is not null)
        {
            metadata.Namespace = ns;
        }

        return metadata;
    }
}
