using System.Net;

namespace Infra.Components.Flows.Catalogue;

/// <summary>Something wrong with a <see cref="NetworkPlan"/>.</summary>
/// <param name="About">The range to change.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record NetworkProblem(IPNetwork About, string Sentence);
