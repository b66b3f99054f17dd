namespace Infra.Automation.Rendering;

/// <summary>Time a provider has for each operation, in seconds; null is the provider's own choice.</summary>
/// <param name="CreateSeconds">For creating.</param>
/// <param name="UpdateSeconds">For updating.</param>
/// <param name="DeleteSeconds">For deleting.</param>
public sealed record GraphTimeouts(double? CreateSeconds, double? UpdateSeconds, double? DeleteSeconds);
