using System.Collections.Immutable;

namespace Infra.Automation.Cost;

/// <summary>Resources that cost something which the estimate does not say.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Type">Their type.</param>
/// <param name="Resources">Their names in the program.</param>
/// <param name="Reason">Why there is no price.</param>
public sealed record Unpriced(string Layer, string Type, ImmutableArray<string> Resources, string Reason);
