namespace Pulumi;

/// <summary>Names the discriminator of a union. Kept for source compatibility; nothing here reads it.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    public string PropertyName { get; } = propertyName;
}
