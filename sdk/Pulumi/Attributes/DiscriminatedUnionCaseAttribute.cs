namespace Pulumi;

/// <summary>Names one case of a discriminated union. Kept for source compatibility; nothing here reads it.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    public string Tag { get; } = tag;

    public Type Type { get; } = type;
}
