using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Automation.Rendering;

namespace Infra.Automation.State;

/// <summary>A resource that exists.</summary>
/// <param name="Urn">Its identity in the program.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Component">Whether it only holds other resources.</param>
/// <param name="Inputs">Its inputs, every reference resolved.</param>
/// <param name="Outputs">What the store said about it.</param>
/// <param name="Options">How it is treated.</param>
/// <param name="Parent">The URN of its parent; null for the stack.</param>
/// <param name="Provider">The URN of its provider; null where it took the default one.</param>
/// <param name="Id">Its identity in the store; null for components.</param>
/// <param name="Condemned">Whether another one has taken its place, so that it waits for its deletion.</param>
internal sealed record StateResource(
    string Urn,
    string Type,
    string Name,
    bool Component,
    JsonElement Inputs,
    JsonElement Outputs,
    GraphOptions Options,
    string? Parent = null,
    string? Provider = null,
    string? Id = null,
    bool Condemned = false)
{
    /// <summary>Whether it stays in the store when it leaves the program.</summary>
    [JsonIgnore]
    public bool IsRetained => Options.RetainOnDelete == true;

    /// <summary>The URNs that must be there while it is.</summary>
    [JsonIgnore]
    public IEnumerable<string> Needs =>
        new[] { Parent, Provider }.OfType<string>().Concat(Options.DependsOn ?? []).Distinct(StringComparer.Ordinal);
}
