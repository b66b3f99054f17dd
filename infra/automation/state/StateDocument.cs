using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.State;

/// <summary>What the embedded engine knows of one stack.</summary>
/// <param name="Schema">Format of the document.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Rehearsal">Whether every id in it is made up. Such a state never meets a real engine.</param>
/// <param name="Serial">How often it was written; grows by one each time.</param>
/// <param name="Intents">
/// What was about to be done when it was written. After a crash these are looked up in the store before anything else.
/// </param>
/// <param name="Resources">What there is.</param>
/// <param name="Outputs">The stack's outputs, of the last run that came to its end.</param>
internal sealed record StateDocument(
    string Schema,
    string Environment,
    string Layer,
    bool Rehearsal,
    long Serial,
    ImmutableArray<Intent> Intents,
    ImmutableArray<StateResource> Resources,
    JsonElement Outputs)
{
    public const string CurrentSchema = "strata.state/v1";

    public static StateDocument Empty(string environment, string layer, bool rehearsal) =>
        new(CurrentSchema, environment, layer, rehearsal, 0, [], [], CanonicalJson.EmptyObject);

    /// <summary>The resource that a URN names now; older ones that wait for their deletion do not count.</summary>
    public StateResource? Live(string urn) =>
        Resources.FirstOrDefault(resource => !resource.Condemned && resource.Urn == urn);
}
