namespace Pulumi;

/// <summary>Marks a class that is built from a nested object in a resource's outputs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
