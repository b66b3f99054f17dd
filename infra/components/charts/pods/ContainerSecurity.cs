namespace Infra.Components.Charts.Pods;

/// <summary>
/// The <c>securityContext</c> of a container, as the restricted profile of Pod Security asks for it and no less.
/// </summary>
public sealed record ContainerSecurity
{
    /// <summary>False: no way to get more rights than the process starts with.</summary>
    public bool AllowPrivilegeEscalation { get; }

    /// <summary>Nothing is written to the image.</summary>
    public bool ReadOnlyRootFilesystem { get; init; } = true;

    /// <summary>Never root, unless the pod has to read files that are root's alone.</summary>
    public bool RunAsNonRoot { get; init; } = true;

    /// <summary>None of the rights of root.</summary>
    public DroppedCapabilities Capabilities { get; } = new(["ALL"]);

    /// <summary>The system calls that the container runtime allows by default.</summary>
    public SeccompProfile SeccompProfile { get; } = new("RuntimeDefault");
}
