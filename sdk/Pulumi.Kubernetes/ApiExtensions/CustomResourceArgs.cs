using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>Arguments of a <see cref="CustomResource"/>. Derive a class per kind; its own inputs are the rest.</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    /// <summary>API group and version, as given to the constructor.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    /// <summary>Kind, as given to the constructor.</summary>
    [Input("kind")]
    public Input<string> Kind { get; }

    /// <summary>Metadata. Absent: the provider names the object after the resource.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    // A plain string: the type of a resource is needed before any input is resolved.
    internal string Type { get; }

    /// <summary>Names the API version, such as <c>monitoring.coreos.com/v1</c>, and the kind.</summary>
    protected CustomResourceArgs(string apiVersion, string kind)
    {
        ApiVersion = apiVersion;
        Kind = kind;
        Type = $"kubernetes:{apiVersion}:{kind}";
    }
}
