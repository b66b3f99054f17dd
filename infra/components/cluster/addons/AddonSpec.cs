namespace Infra.Components.Cluster.Addons;

/// <summary>One add-on of EKS at one version.</summary>
/// <param name="Name">Its name in EKS.</param>
/// <param name="Version">Its version, with EKS's own build.</param>
/// <param name="ConfigurationValues">What differs from its defaults, as JSON; null where nothing does.</param>
public sealed record AddonSpec(string Name, string Version, string? ConfigurationValues = null);
