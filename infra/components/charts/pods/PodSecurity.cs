namespace Infra.Components.Charts.Pods;

/// <summary>The <c>securityContext</c> of a pod.</summary>
/// <param name="RunAsUser">The user it runs as; also its group and the group of its volumes.</param>
public sealed record PodSecurity(int RunAsUser)
{
    /// <summary>Whether it is anybody but root.</summary>
    public bool RunAsNonRoot { get; } = RunAsUser != 0;

    /// <summary>The group it runs as.</summary>
    public int RunAsGroup { get; init; } = RunAsUser;

    /// <summary>The group that may write to its volumes.</summary>
    public int FsGroup { get; init; } = RunAsUser;

    /// <summary>The system calls that the container runtime allows by default.</summary>
    public SeccompProfile SeccompProfile { get; } = new("RuntimeDefault");
}
