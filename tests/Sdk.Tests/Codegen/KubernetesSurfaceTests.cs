using Pulumi.Kubernetes;
using Tests.Support;

namespace Sdk.Tests.Codegen;

/// <summary>
/// <c>Api/Pulumi.Kubernetes.api.txt</c> is the surface of the genuine package for the groups we use. It lists neither
/// the outputs nor the types of the provider's settings, so those are compared by the members that mention them.
/// </summary>
public sealed class KubernetesSurfaceTests
{
    private static readonly Dictionary<string, HashSet<string>> Genuine = ReadSurface();

    private static readonly Type[] Generated =
    [
        .. typeof(KubernetesResource).Assembly.GetExportedTypes().Where(type =>
            type.Namespace is { } space
            && !space.StartsWith("Pulumi.Kubernetes.Types.Outputs", StringComparison.Ordinal)
            && space != "Pulumi.Kubernetes.Types.Inputs.Provider"),
    ];

    /// <summary>
    /// What is required here and optional in the file, or the other way round: the npm package of the pinned version is
    /// the newer word on that.
    /// </summary>
    private static readonly HashSet<string> SettledByNpm =
    [
        "ControllerRevisionArgs.Data", "ControllerRevisionArgs.Revision", "DaemonSetArgs.Spec", "DeploymentArgs.Spec",
        "ReplicaSetArgs.Spec", "StatefulSetArgs.Spec",
    ];

    [Fact]
    public void Every_generated_type_is_one_of_the_genuine_package()
        => Assert.Empty(Generated.Select(Surface.HeadOf).Except(Genuine.Keys));

    [Fact]
    public void Every_generated_member_is_one_of_the_genuine_package()
    {
        var strays =
            from type in Generated
            from member in Surface.MembersOf(type)
            where !Genuine[Surface.HeadOf(type)].Contains(member)
            let property = member.Split(' ')[2]
            where !(SettledByNpm.Contains($"{type.Name}.{property}")
                && Genuine[Surface.HeadOf(type)].Contains(Toggled(member)))
            select $"{type.FullName}: {member}";

        Assert.Empty(strays);
    }

    /// <summary>Two kinds left Kubernetes' client packages, and a chart is no resource of the provider.</summary>
    [Fact]
    public void Every_kind_of_the_genuine_package_is_generated()
    {
        var missing = Genuine.Keys
            .Where(head => head.EndsWith(": Pulumi.Kubernetes.KubernetesResource", StringComparison.Ordinal))
            .Except(Generated.Select(Surface.HeadOf))
            .Select(head => head.Split(' ')[^3]);

        Assert.Equal(
            ["Pulumi.Kubernetes.Core.V1.EphemeralContainers", "Pulumi.Kubernetes.Policy.V1.Eviction"], missing.Order());
    }

    /// <summary>The same property, optional where it was required and required where it was optional.</summary>
    private static string Toggled(string property)
    {
        var words = property.Split(' ');
        words[1] = words[1].EndsWith('?') ? words[1][..^1] : $"{words[1]}?";
        return string.Join(' ', words);
    }

    private static Dictionary<string, HashSet<string>> ReadSurface()
    {
        var found = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(Checkout.PathOf("tests/Sdk.Tests/Api/Pulumi.Kubernetes.api.txt")))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.Add(line.Trim());
            }
            else
            {
                members = found[line] = [];
            }
        }

        return found;
    }
}
