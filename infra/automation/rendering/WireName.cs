using System.Reflection;

namespace Infra.Automation.Rendering;

/// <summary>
/// Reads the names in Pulumi's attributes. The attributes keep some of them to themselves, so they are read from the
/// metadata, as they were written: that is the same for the genuine SDK and the bundled one.
/// </summary>
internal static class WireName
{
    /// <summary>
    /// The name in <c>[Input(name, …, json)]</c> and whether the value travels as JSON text; null without one.
    /// </summary>
    public static (string Name, bool Json)? OfInput(MemberInfo member) =>
        Find(member, "Pulumi.InputAttribute") is { } data && Argument(data, "name") is string name
            ? (name, Argument(data, "json") is true)
            : null;

    /// <summary>
    /// The name in <c>[Output(name)]</c>, or the property's own where it gives none; null without the attribute.
    /// </summary>
    public static string? OfOutput(PropertyInfo property) =>
        Find(property, "Pulumi.OutputAttribute") is { } data ? Argument(data, "name") as string ?? property.Name : null;

    /// <summary>The name in <c>[OutputConstructorParameter(name)]</c>, or the parameter's own.</summary>
    public static string OfParameter(ParameterInfo parameter) =>
        parameter.CustomAttributes.FirstOrDefault(IsParameter) is { } data
            ? Argument(data, "name") as string ?? parameter.Name ?? ""
            : parameter.Name ?? "";

    private static bool IsParameter(CustomAttributeData data) =>
        data.AttributeType.FullName == "Pulumi.OutputConstructorParameterAttribute";

    private static CustomAttributeData? Find(MemberInfo member, string attribute) =>
        member.CustomAttributes.FirstOrDefault(data => data.AttributeType.FullName == attribute);

    private static object? Argument(CustomAttributeData data, string parameter)
    {
        var parameters = data.Constructor.GetParameters();
        var index = Array.FindIndex(parameters, candidate => candidate.Name == parameter);
        return index >= 0 ? data.ConstructorArguments[index].Value : null;
    }
}
