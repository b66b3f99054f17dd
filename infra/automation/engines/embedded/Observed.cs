using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Engines.Embedded;

/// <summary>A resource as it really is.</summary>
/// <param name="Inputs">Its settings, as inputs.</param>
/// <param name="Outputs">What the store says about it.</param>
internal sealed record Observed(JsonElement Inputs, JsonElement Outputs)
{
    /// <summary>The store took the setting and has no answer that tells it: there may be anything.</summary>
    public static Observed Unreadable { get; } = new(CanonicalJson.EmptyObject, CanonicalJson.EmptyObject);
}
