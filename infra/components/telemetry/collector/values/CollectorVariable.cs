namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>A variable of a container: a text, or a field of its pod.</summary>
/// <param name="Name">Its name.</param>
public sealed record CollectorVariable(string Name)
{
    /// <summary>The text; null: it is a field.</summary>
    public string? Value { get; init; }

    /// <summary>The field; null: it is a text.</summary>
    public FieldSource? ValueFrom { get; private init; }

    /// <summary>A field of the pod, <c>spec.nodeName</c>.</summary>
    public static CollectorVariable Field(string name, string path) => new(name) { ValueFrom = new(new(path)) };

    /// <summary>Where a variable comes from.</summary>
    /// <param name="FieldRef">The field.</param>
    public sealed record FieldSource(FieldReference FieldRef);

    /// <summary>A field of the pod.</summary>
    /// <param name="FieldPath">Its path.</param>
    public sealed record FieldReference(string FieldPath);
}
