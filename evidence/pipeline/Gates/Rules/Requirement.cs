namespace Evidence.Pipeline.Gates.Rules;

/// <summary>Something that a gate requires.</summary>
/// <param name="Id">Its name within the gate.</param>
/// <param name="WaiverClass">Class of the waivers that it may be met by instead, or null of none.</param>
public abstract record Requirement(string Id, string? WaiverClass)
{
    /// <summary>This requirement and all that it is combined of.</summary>
    public virtual IEnumerable<Requirement> WithParts() => [this];
}
