using Infra.Automation.Rendering;

namespace Infra.Automation.Policies;

/// <summary>A place in a graph that does not keep to a rule.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Path">The property, or what is missing.</param>
/// <param name="Found">What is there instead, in a few words.</param>
internal sealed record Breach(GraphResource Resource, string Path, string Found);
