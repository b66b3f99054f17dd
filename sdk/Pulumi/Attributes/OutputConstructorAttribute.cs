namespace Pulumi;

/// <summary>Marks the constructor that builds an output type; its parameters' names are the wire names.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
