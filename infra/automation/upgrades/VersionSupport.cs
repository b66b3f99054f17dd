namespace Infra.Automation.Upgrades;

/// <summary>How long a version is supported.</summary>
/// <param name="Product">The product, as findings call it.</param>
/// <param name="Version">The version, without patch numbers.</param>
/// <param name="Ends">The last day of standard support.</param>
/// <param name="ExtendedEnds">
/// The last day of support that is paid for; null where there is none or it is unknown.
/// </param>
internal sealed record VersionSupport(string Product, string Version, DateOnly Ends, DateOnly? ExtendedEnds = null);
