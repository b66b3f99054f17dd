using System.Text.Json;

namespace Infra.Automation.Engines.Embedded;

/// <summary>A resource as it really is.</summary>
/// <param name="Inputs">Its settings, as inputs.</param>
/// <param name="Outputs">What the store says about it.</param>
internal sealed record Observed(JsonElement Inputs, JsonElement Outputs);
