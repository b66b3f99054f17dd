namespace Infra.Stacks.Environments;

/// <summary>The S3 store of an environment and what it cannot do.</summary>
/// <param name="Kind">AWS, or another server that speaks S3.</param>
/// <param name="Lacks">What the store lacks, each with the reason; empty for AWS.</param>
public sealed record StoreSettings(StoreKind Kind, IReadOnlyDictionary<StoreFeature, string> Lacks)
{
    /// <summary>Whether the store has a feature.</summary>
    public bool Has(StoreFeature feature) => !Lacks.ContainsKey(feature);
}
