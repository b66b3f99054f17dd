using Infra.Automation.Rendering;

namespace Strata.Cli.Infra;

/// <summary>
/// Shows a graph as a tree: components, what is in them, and what each resource says beyond its type.
/// </summary>
internal static class GraphView
{
    public static void Show(Lines lines, Graph graph)
    {
        foreach (var layer in graph.Layers)
        {
            var children = layer.Resources.ToLookup(resource => resource.Parent);
            var stack = children[null].Single();
            lines.Write($"{layer.Stack}");
            Show(lines, children, stack.Urn, "  ");
            lines.Write("  outputs");
            foreach (var output in layer.Outputs.EnumerateObject())
            {
                lines.Write($"    {output.Name}: {ValueText.Of(output.Value)}");
            }

            lines.Write($"  {layer.Resources.Count(resource => !resource.Component)} resources in "
                + $"{layer.Resources.Count(resource => resource.Component) - 1} components");
        }
    }

    private static void Show(Lines lines, ILookup<string?, GraphResource> children, string parent, string indent)
    {
        foreach (var resource in children[parent].OrderBy(child => child.Name, StringComparer.Ordinal))
        {
            var notes = string.Concat(
                resource.Options.Protect == true && !resource.Component ? "  protected" : "",
                resource.Options.RetainOnDelete == true ? "  retained" : "",
                resource.Provider is { } provider ? $"  @{provider.Split("::")[^1]}" : "");
            lines.Write("bold", $"{indent}{resource.Name}", $"  {ValueText.Type(resource.Type)}{notes}");
            Show(lines, children, resource.Urn, $"{indent}  ");
        }
    }
}
