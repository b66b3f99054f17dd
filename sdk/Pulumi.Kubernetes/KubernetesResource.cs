namespace Pulumi.Kubernetes;

/// <summary>Base of every Kubernetes resource. Its options carry the version of the provider.</summary>
public abstract class KubernetesResource : global::Pulumi.CustomResource
{
    private protected KubernetesResource(
        string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args, Utilities.ResourceOptions(options, null))
    {
    }
}
