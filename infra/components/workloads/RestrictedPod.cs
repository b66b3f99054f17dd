using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Workloads;

/// <summary>What every pod of ours is like: the restricted profile of Pod Security, and stricter.</summary>
internal static class RestrictedPod
{
    /// <summary>The user that our processes run as: one that no image knows.</summary>
    public const int User = 10_001;

    /// <summary>Where a process may write, in memory; the rest of its file system cannot be written to.</summary>
    public const string TemporaryFolder = "/tmp";

    private const string TemporaryVolume = "temporary";

    /// <summary>Rights of the pod.</summary>
    public static PodSecurityContextArgs Pod() => new()
    {
        RunAsNonRoot = true,
        RunAsUser = User,
        RunAsGroup = User,
        FsGroup = User,
        SeccompProfile = Profile(),
    };

    /// <summary>Rights of each of its containers.</summary>
    public static SecurityContextArgs Container() => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        RunAsNonRoot = true,
        Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        SeccompProfile = Profile(),
    };

    /// <summary>
    /// All the memory it may use is given to it, so that it is never evicted for a neighbour's; processor time has no
    /// limit, as a throttled pod is late without need.
    /// </summary>
    public static ResourceRequirementsArgs Resources(string cpu, string memory) => new()
    {
        Requests = { ["cpu"] = cpu, ["memory"] = memory },
        Limits = { ["memory"] = memory },
    };

    /// <summary>The volume behind <see cref="TemporaryFolder"/>.</summary>
    public static VolumeArgs Temporary() => Memory(TemporaryVolume, "64Mi");

    /// <summary>Mounts <see cref="Temporary"/>.</summary>
    public static VolumeMountArgs TemporaryMount() => new() { Name = TemporaryVolume, MountPath = TemporaryFolder };

    /// <summary>A volume that is never on a disk.</summary>
    public static VolumeArgs Memory(string name, string size) => new()
    {
        Name = name,
        EmptyDir = new EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = size },
    };

    private static SeccompProfileArgs Profile() => new() { Type = "RuntimeDefault" };
}
