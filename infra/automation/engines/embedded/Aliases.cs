using System.Collections.Immutable;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>
/// The resource option <c>aliases</c>: what has a new identity in the program is still the same resource.
/// </summary>
internal static class Aliases
{
    /// <summary>
    /// The state with every alias replaced by the identity of now; the same object where there is none.
    /// </summary>
    public static StateDocument Apply(StateDocument state, LayerGraph graph)
    {
        var names = new Dictionary<string, GraphResource>(StringComparer.Ordinal);
        foreach (var resource in graph.Resources.Where(resource => state.Live(resource.Urn) is null))
        {
            foreach (var alias in (resource.Options.Aliases ?? []).Where(alias => state.Live(alias) is not null))
            {
                names.TryAdd(alias, resource);
            }
        }

        return names.Count == 0 ? state : state with { Resources = [.. state.Resources.Select(Renamed)] };

        StateResource Renamed(StateResource resource)
        {
            var now = names.GetValueOrDefault(resource.Urn);
            return resource with
            {
                Urn = now?.Urn ?? resource.Urn,
                Type = now?.Type ?? resource.Type,
                Name = now?.Name ?? resource.Name,
                Parent = Name(resource.Parent),
                Provider = Name(resource.Provider),
                Options =
                    resource.Options with { DependsOn = resource.Options.DependsOn?.Select(Known).ToImmutableArray() },
            };
        }

        string? Name(string? urn) => urn is null ? null : Known(urn);

        string Known(string urn) => names.TryGetValue(urn, out var now) ? now.Urn : urn;
    }
}
