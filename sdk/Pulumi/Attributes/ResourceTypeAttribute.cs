namespace Pulumi;

/// <summary>Says which type token a resource class stands for, so that references to it come back as that class.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type { get; } = type;

    public string? Version { get; } = version;
}
