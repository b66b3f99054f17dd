namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>A volume of a pod: the files of a secret, or a folder of the node.</summary>
public sealed record CollectorVolume
{
    private CollectorVolume(string name) => Name = name;

    /// <summary>Name of the volume.</summary>
    public string Name { get; }

    /// <summary>The secret; null where it is a folder.</summary>
    public SecretSource? Secret { get; private init; }

    /// <summary>The folder; null where it is a secret.</summary>
    public FolderSource? HostPath { get; private init; }

    /// <summary>The files of a secret.</summary>
    public static CollectorVolume OfSecret(string name, string secret) => new(name) { Secret = new(secret) };

    /// <summary>A folder of the node that must be there.</summary>
    public static CollectorVolume OfNode(string name, string path) => new(name) { HostPath = new(path) };

    /// <summary>A secret.</summary>
    /// <param name="SecretName">Its name.</param>
    public sealed record SecretSource(string SecretName)
    {
        /// <summary>Read by the owner and the pod's group: 0440.</summary>
        public int DefaultMode { get; } = 288;
    }

    /// <summary>A folder of the node.</summary>
    /// <param name="Path">Its path.</param>
    public sealed record FolderSource(string Path)
    {
        /// <summary>It must be there: none is made.</summary>
        public string Type { get; } = "Directory";
    }
}
