namespace Infra.Automation.Local;

/// <summary>Where the local S3 server keeps its objects.</summary>
public enum StoreKind
{
    /// <summary>A sparse file below the local folder. Survives restarts of the processes and of the machine.</summary>
    Bluestore,

    /// <summary>Memory. Every start begins with an empty store; for tests.</summary>
    Memstore,
}
