namespace Pulumi;

/// <summary>
/// Marks a struct that is an open enumeration: it has a constructor that takes a string or a double, public or not,
/// and an explicit conversion back to it.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
