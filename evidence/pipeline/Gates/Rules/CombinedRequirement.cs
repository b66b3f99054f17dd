namespace Evidence.Pipeline.Gates.Rules;

/// <summary>Requirements of which all, or any one, must be met.</summary>
/// <param name="Id">Its name within the gate.</param>
/// <param name="WaiverClass">Class of the waivers that it may be met by instead, or null of none.</param>
/// <param name="All">Whether all must be met; else one is enough.</param>
/// <param name="Parts">The requirements; at least one.</param>
public sealed record CombinedRequirement(
    string Id, string? WaiverClass, bool All, IReadOnlyList<Requirement> Parts) : Requirement(Id, WaiverClass)
{
    /// <inheritdoc/>
    public override IEnumerable<Requirement> WithParts() => [this, .. Parts.SelectMany(p => p.WithParts())];
}
