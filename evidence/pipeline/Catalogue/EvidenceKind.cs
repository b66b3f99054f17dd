namespace Evidence.Pipeline.Catalogue;

/// <summary>A kind of record, as <c>kinds.yaml</c> lists it.</summary>
public sealed record EvidenceKind
{
    /// <summary>Its name: lowercase, words joined by hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What such a record is about.</summary>
    public required string Meaning { get; init; }

    /// <summary>
    /// Whether such a record states a fact that strata itself relies on. Only the verb that establishes the fact writes
    /// one; nobody adds a file of that kind. Default false.
    /// </summary>
    public bool Fact { get; init; }
}
