namespace Infra.Automation.Upgrades;

/// <summary>A version that a graph asks for.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Product">The product.</param>
/// <param name="Version">The version; null where the resource leaves it to the cloud.</param>
/// <param name="State">How it stands.</param>
/// <param name="Ends">The last day of standard support; null where it is unknown.</param>
/// <param name="Sentence">What that means.</param>
public sealed record VersionInUse(
    string Urn, string Product, string? Version, SupportState State, DateOnly? Ends, string Sentence);
