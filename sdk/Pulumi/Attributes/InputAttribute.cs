namespace Pulumi;

/// <summary>Marks a property or field that is sent to the engine under a wire name.</summary>
/// <param name="name">The wire name.</param>
/// <param name="required">Whether a resource without it is an error.</param>
/// <param name="json">Whether it is sent as JSON text; providers' settings are.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
