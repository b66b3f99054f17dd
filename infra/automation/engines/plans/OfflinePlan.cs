using Infra.Automation.Engines.Embedded;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Engines.Plans;

/// <summary>
/// The plan of an environment whose state is elsewhere: the program itself, as if nothing were deployed.
/// </summary>
public static class OfflinePlan
{
    /// <summary>Every resource of the graph as one that is created.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="graph">The layer.</param>
    public static Plan Of(string environment, LayerGraph graph) => new(
        environment,
        graph.Layer,
        "none",
        Rehearsal: false,
        PlanBasis.NotRead,
        [.. GraphOrder.Forwards(graph).Select(Created)],
        Unchanged: 0);

    private static PlannedChange Created(GraphResource resource) => new(
        resource.Urn,
        resource.Type,
        resource.Name,
        ChangeKind.Create,
        Differ.Compare(CanonicalJson.EmptyObject, resource.Inputs));
}
