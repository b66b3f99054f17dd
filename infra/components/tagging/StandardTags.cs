using System.Collections.Immutable;

namespace Infra.Components.Tagging;

/// <summary>The tags of every resource that can carry tags. Nothing else writes a tag.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Owner">The team that answers for it.</param>
/// <param name="CostCentre">Who pays.</param>
/// <param name="DataClass">What kind of data it holds.</param>
public sealed record StandardTags(string Environment, string Layer, string Owner, string CostCentre, string DataClass)
{
    /// <summary>The tags as a resource takes them.</summary>
    public InputMap<string> ToInputs() => ImmutableDictionary<string, string>.Empty
        .Add("environment", Environment)
        .Add("layer", Layer)
        .Add("owner", Owner)
        .Add("cost-centre", CostCentre)
        .Add("data-class", DataClass)
        .Add("managed-by", "strata");
}
