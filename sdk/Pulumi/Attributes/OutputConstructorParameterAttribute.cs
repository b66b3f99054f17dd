namespace Pulumi;

/// <summary>Gives a parameter of an output constructor a wire name that is not its own.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
