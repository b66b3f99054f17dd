namespace Infra.Components.Keys;

/// <summary>What the environment's KMS keys are for. A key has one purpose, and a purpose one key in a region.</summary>
public static class KeyPurposes
{
    /// <summary>Log groups, and metrics in Managed Prometheus.</summary>
    public const string Logs = "logs";

    /// <summary>Databases.</summary>
    public const string Data = "data";

    /// <summary>Secrets Manager.</summary>
    public const string Secrets = "secrets";

    /// <summary>The cluster's own secrets, in the store of the EKS control plane.</summary>
    public const string Cluster = "cluster";

    /// <summary>Volumes of nodes and pods.</summary>
    public const string Volumes = "volumes";

    /// <summary>AWS Backup.</summary>
    public const string Backup = "backup";

    /// <summary>SNS topics.</summary>
    public const string Topics = "topics";

    /// <summary>Vault's seal.</summary>
    public const string VaultUnseal = "vault-unseal";

    /// <summary>Container images.</summary>
    public const string Registry = "registry";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Logs, Data, Secrets, Cluster, Volumes, Backup, Topics, VaultUnseal, Registry];

    /// <summary>Those that have a second key, in the region that copies are kept in.</summary>
    public static IReadOnlyList<string> Replicated { get; } = [Data, Backup];
}
