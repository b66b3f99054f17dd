using Pulumi;

namespace Sdk.Tests.Support;

/// <summary>An open enumeration, as generated packages have them.</summary>
[EnumType]
public readonly record struct Color
{
    private readonly string _value;

    private Color(string value) => _value = value;

    public static Color Red { get; } = new("red");

    public static explicit operator string(Color value) => value._value;
}
