using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>What happens to a resource of the program.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Current">What there is of it; null where there is nothing.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Changes">The inputs that differ.</param>
/// <param name="Inputs">Its inputs, resolved as far as the state allows.</param>
/// <param name="DeleteFirst">
/// Whether a replacement begins with the deletion, since both cannot be there at once.
/// </param>
internal sealed record Decision(
    GraphResource Resource,
    StateResource? Current,
    ChangeKind Kind,
    ImmutableArray<PropertyChange> Changes,
    JsonElement Inputs,
    bool DeleteFirst = false)
{
    public PlannedChange Planned => new(Resource.Urn, Resource.Type, Resource.Name, Kind, Changes);
}
