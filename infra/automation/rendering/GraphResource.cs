using System.Text.Json;

namespace Infra.Automation.Rendering;

/// <summary>One resource of a <see cref="Graph"/>.</summary>
/// <param name="Urn">Its identity, with the types of all its parents.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name in the program.</param>
/// <param name="Parent">The URN of its parent; null for the stack only.</param>
/// <param name="Provider">The URN of its provider; null where it takes the default one.</param>
/// <param name="Component">Whether it only holds other resources.</param>
/// <param name="Inputs">
/// Its inputs by wire name. A secret is <see cref="Placeholder.Secret"/>; what only the cloud can know is a
/// <see cref="Reference"/>.
/// </param>
/// <param name="Options">How engines treat it, inherited options included.</param>
public sealed record GraphResource(
    string Urn,
    string Type,
    string Name,
    string? Parent,
    string? Provider,
    bool Component,
    JsonElement Inputs,
    GraphOptions Options);
