using System.Collections.Immutable;

namespace Infra.Automation.Comparison;

/// <summary>How two environments differ, beyond their names, prefixes, accounts and regions.</summary>
/// <param name="Left">The first environment.</param>
/// <param name="Right">The second environment.</param>
/// <param name="Layers">The layers that differ.</param>
/// <param name="Same">How many resources are the same in both.</param>
public sealed record EnvironmentDifference(string Left, string Right, ImmutableArray<LayerDifference> Layers, int Same)
{
    /// <summary>
    /// The differences that remain when the left environment has every setting of the right one: something asks which
    /// environment it is in, where a setting should say what it wants.
    /// </summary>
    public ImmutableArray<LayerDifference> Unexplained { get; init; } = [];

    /// <summary>Whether there is no difference.</summary>
    public bool IsEmpty => Layers.IsEmpty;
}
