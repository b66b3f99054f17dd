using Pulumi.Kubernetes;

namespace Sdk.Tests.Bundled;

/// <summary>
/// <c>Api/Pulumi.Kubernetes.api.txt</c> is the surface of the genuine package for the groups we use. It lists neither
/// the types of outputs nor those of the provider's settings.
/// </summary>
public sealed class KubernetesSurfaceTests
{
    private const string Kind = " : Pulumi.Kubernetes.KubernetesResource";

    private static readonly string[] Unlisted =
        ["Pulumi.Kubernetes.Types.Outputs.", "Pulumi.Kubernetes.Types.Inputs.Provider "];

    /// <summary>Members that npm and the file do not agree on: whether they are required.</summary>
    private static readonly string[] RequiredInOne =
    [
        "ControllerRevisionArgs.Data",
        "ControllerRevisionArgs.Revision",
        "DaemonSetArgs.Spec",
        "DeploymentArgs.Spec",
        "ReplicaSetArgs.Spec",
        "StatefulSetArgs.Spec",
    ];

    private static readonly IReadOnlyDictionary<string, HashSet<string>> Genuine = ApiFile.Read("Pulumi.Kubernetes");

    private static readonly Dictionary<string, string[]> Generated = PublicSurface
        .Of(typeof(KubernetesResource).Assembly)
        .Where(type => !Unlisted.Any(prefix => type.Key.StartsWith(prefix, StringComparison.Ordinal)))
        .ToDictionary(type => ApiFile.Normalize(type.Key), type => type.Value);

    [Fact]
    public void Every_generated_type_and_member_is_one_of_the_genuine_package()
    {
        var invented =
            from type in Generated
            from line in type.Value.Prepend("")
            let member = ApiFile.Normalize(line)
            where !Genuine.TryGetValue(type.Key, out var members) || (member.Length > 0 && !members.Contains(member))
            select (type.Key, Member: member);

        Assert.Equal(RequiredInOne, invented.Select(line => Name(line.Key, line.Member)).Order());
    }

    [Fact]
    public void Every_kind_of_the_genuine_package_is_generated_but_the_two_that_npm_no_longer_has()
    {
        var missing = Genuine.Keys
            .Where(type => type.EndsWith(Kind, StringComparison.Ordinal))
            .Except(Generated.Keys)
            .Select(type => type[..^Kind.Length].Split('.')[^1]);

        Assert.Equal(["EphemeralContainers", "Eviction"], missing.Order());
    }

    /// <summary>`Type.Member` of a type's line and a member's.</summary>
    private static string Name(string type, string member)
    {
        var shortType = type[..type.LastIndexOf(" : ", StringComparison.Ordinal)].Split('.')[^1];
        return $"{shortType}.{member.Split(" { ")[0].Split(' ')[^1]}";
    }
}
