namespace Pulumi;

/// <summary>Marks a property of type <see cref="Output{T}"/> that the resource fills; it needs a setter.</summary>
/// <param name="name">The wire name; the property's own name if none is given.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}
