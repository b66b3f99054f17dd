using System.Collections.Immutable;

namespace Infra.Components.Tagging;

/// <summary>The tags of every resource that can carry tags. Nothing else writes a tag.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Service">What it is part of: a service of the platform, or the layer itself.</param>
/// <param name="Owner">The team that answers for it.</param>
/// <param name="CostCentre">Who pays.</param>
/// <param name="DataClass">What kind of data it holds.</param>
public sealed record StandardTags(
    string Environment, string Layer, string Service, string Owner, string CostCentre, string DataClass)
{
    /// <summary>The tenant it is for; null (the default) where it serves all of them.</summary>
    public string? Tenant { get; init; }

    /// <summary>The tags as a resource takes them.</summary>
    public InputMap<string> ToInputs() => ToDictionary();

    /// <summary>The tags as pairs, for charts and resources that take tags in another form.</summary>
    public ImmutableDictionary<string, string> ToDictionary()
    {
        var tags = ImmutableDictionary<string, string>.Empty
            .Add("environment", Environment)
            .Add("layer", Layer)
            .Add("service", Service)
            .Add("owner", Owner)
            .Add("cost-centre", CostCentre)
            .Add("data-class", DataClass)
            .Add("managed-by", "strata");
        return Tenant is null ? tags : tags.Add("tenant", Tenant);
    }
}
