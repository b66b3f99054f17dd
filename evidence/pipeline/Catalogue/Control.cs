namespace Evidence.Pipeline.Catalogue;

/// <summary>A control, as <c>controls.yaml</c> lists it.</summary>
public sealed record Control
{
    /// <summary>Its id: the standard, a hyphen, and the standard's own number: <c>SOC2-CC7.1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A short name.</summary>
    public required string Title { get; init; }
}
