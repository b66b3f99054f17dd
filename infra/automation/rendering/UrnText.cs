namespace Infra.Automation.Rendering;

/// <summary>
/// URNs as the Pulumi engine writes them, with the types of all parents. Test monitors shorten that chain.
/// </summary>
internal static class UrnText
{
    public const string StackType = "pulumi:pulumi:Stack";

    public static string Of(string stack, string project, string? parentUrn, string type, string name)
    {
        var parentTypes = parentUrn is null ? StackType : Types(parentUrn);
        var prefix = parentTypes == StackType ? "" : $"{parentTypes}$";
        return $"urn:pulumi:{stack}::{project}::{prefix}{type}::{name}";
    }

    /// <summary>The types in a URN, parents first.</summary>
    public static string Types(string urn) => urn.Split("::")[2];

    /// <summary>The name at the end of a URN.</summary>
    public static string Name(string urn) => urn.Split("::", 4)[3];
}
