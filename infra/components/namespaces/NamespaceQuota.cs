namespace Infra.Components.Namespaces;

/// <summary>What all pods of a namespace may ask for together.</summary>
/// <param name="CpuCores">CPU requests, in cores.</param>
/// <param name="MemoryGiB">Memory requests and limits, in GiB.</param>
/// <param name="Pods">Pods that are not finished.</param>
public sealed record NamespaceQuota(int CpuCores, int MemoryGiB, int Pods)
{
    /// <summary>For a namespace in which nothing may run.</summary>
    public static NamespaceQuota Nothing { get; } = new(0, 0, 0);
}
