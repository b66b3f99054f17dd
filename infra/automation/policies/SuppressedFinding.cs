using Infra.Stacks.Policies;

namespace Infra.Automation.Policies;

/// <summary>A finding that somebody answers for, for a while.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Suppression">Who, why and until when.</param>
public sealed record SuppressedFinding(PolicyFinding Finding, Suppression Suppression);
