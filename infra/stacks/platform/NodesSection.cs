using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Components.Cluster.Nodes;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Platform;

/// <summary>Reads the machines of a pool of nodes.</summary>
internal static partial class NodesSection
{
    private const int MostNodes = 450; // Most nodes of a managed node group.
    private const int SmallestVolumeGiB = 20;
    private const int LargestVolumeGiB = 1000;
    private const string AnyType =
        "a general, compute or memory optimised instance type of the current generations, large or larger, such as "
        + "'m7i.large'";

    public static NodePoolShape Read(YamlSection section, string path)
    {
        var architecture = section.OneOf("architecture", new Dictionary<string, NodeArchitecture>
        {
            ["x86_64"] = NodeArchitecture.X86,
            ["arm64"] = NodeArchitecture.Arm,
        });
        var shape = new NodePoolShape(
            architecture.GetValueOrDefault(),
            section.Texts("instanceTypes", InstanceType(), AnyType),
            new(
                section.Number("minimum", 1, MostNodes),
                section.Number("desired", 1, MostNodes),
                section.Number("maximum", 1, MostNodes)),
            section.Number("volumeGiB", SmallestVolumeGiB, LargestVolumeGiB));
        section.Done();
        var (minimum, desired, maximum) = shape.Count;
        if (minimum > desired || desired > maximum)
        {
            section.Wrong("desired", string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}.desired' is {desired}; allowed is {minimum} to {maximum}, as 'minimum' and 'maximum' say."));
        }

        if (architecture is { } wanted)
        {
            foreach (var type in shape.InstanceTypes.Where(type => Of(type) != wanted))
            {
                section.Wrong("instanceTypes", $"'{path}.instanceTypes' has '{type}', whose processors are not those "
                    + "of 'architecture': choose a type that has them.");
            }
        }

        return shape;
    }

    /// <summary>A letter <c>g</c> right after the generation stands for Graviton.</summary>
    private static NodeArchitecture Of(string type) =>
        Graviton().IsMatch(type) ? NodeArchitecture.Arm : NodeArchitecture.X86;

    // Burstable types would slow down when their credits are used up, and older ones have no Nitro hypervisor.
    [GeneratedRegex(@"\A[cmr][5-8][a-z]{0,3}\.(large|([2-9]|[1-9][0-9])?xlarge)\z")]
    private static partial Regex InstanceType();

    [GeneratedRegex(@"\A[a-z]+[0-9]g")]
    private static partial Regex Graviton();
}
