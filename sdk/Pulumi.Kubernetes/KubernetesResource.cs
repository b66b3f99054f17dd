namespace Pulumi.Kubernetes;

/// <summary>Base of every Kubernetes resource.</summary>
public abstract class KubernetesResource : global::Pulumi.CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions options)
        : base(type, name, args, options)
    {
    }
}
