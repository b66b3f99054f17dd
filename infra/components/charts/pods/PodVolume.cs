namespace Infra.Components.Charts.Pods;

/// <summary>A volume of a pod: a Secret or a ConfigMap.</summary>
public sealed record PodVolume
{
    private PodVolume(string name) => Name = name;

    /// <summary>Name within the pod.</summary>
    public string Name { get; }

    /// <summary>The Secret; null where it is none.</summary>
    public NamedSecret? Secret { get; private init; }

    /// <summary>The ConfigMap; null where it is none.</summary>
    public NamedObject? ConfigMap { get; private init; }

    /// <summary>A Secret.</summary>
    public static PodVolume OfSecret(string name, string secret) => new(name) { Secret = new(secret) };

    /// <summary>A ConfigMap.</summary>
    public static PodVolume OfConfigMap(string name, string configMap) => new(name) { ConfigMap = new(configMap) };
}
