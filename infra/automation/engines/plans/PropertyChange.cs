using System.Text.Json;

namespace Infra.Automation.Engines.Plans;

/// <summary>How one input of a resource differs.</summary>
/// <param name="Path">Where: members and indexes, such as <c>rules[0].status</c>; empty for the whole value.</param>
/// <param name="Kind">Whether it appears, goes or changes.</param>
/// <param name="Old">What it was; null where it appears.</param>
/// <param name="New">What it becomes; null where it goes.</param>
public sealed record PropertyChange(string Path, PropertyChangeKind Kind, JsonElement? Old, JsonElement? New)
{
    /// <summary>The name of the input that the path begins with.</summary>
    public string Input => Path.Split('.', '[')[0];
}
