using System.Collections.Immutable;
using Pulumi;

namespace Infra.Automation.Rendering;

/// <summary>The earlier identities of a resource, as URNs.</summary>
internal static class AliasUrns
{
    /// <summary>The aliases that the program gives.</summary>
    public static async Task<ImmutableArray<string>> OwnAsync(
        Capture capture, string stack, Func<Resource, string?> urnOf)
    {
        var urns = ImmutableArray.CreateBuilder<string>();
        foreach (var input in capture.Options.Aliases)
        {
            if (await ValueAsync(input) is { } alias)
            {
                urns.Add(alias.Urn ?? await UrnAsync(capture, alias, stack, urnOf));
            }
        }

        return urns.ToImmutable();
    }

    /// <summary>
    /// What the aliases of its parent make of it: a child of a renamed parent was the old parent's child.
    /// </summary>
    public static IEnumerable<string> Inherited(Capture capture, string stack)
    {
        if (capture.Options.Parent is null || capture.Parent is not { } parent)
        {
            return [];
        }

        return parent.Aliases.Concat(Inherited(parent, stack)).Select(alias => UrnText.Of(
            stack,
            Renderer.Project,
            alias,
            capture.Type,
            capture.Name.StartsWith(parent.Name, StringComparison.Ordinal)
                ? UrnText.Name(alias) + capture.Name[parent.Name.Length..]
                : capture.Name));
    }

    private static async Task<string> UrnAsync(
        Capture capture, Alias alias, string stack, Func<Resource, string?> urnOf)
    {
        var parent = alias.NoParent ? null
            : alias.Parent is { } resource ? urnOf(resource)
            : alias.ParentUrn is { } urn ? await ValueAsync(urn)
            : capture.Parent?.Urn;
        return UrnText.Of(
            alias.Stack is { } otherStack ? await ValueAsync(otherStack) ?? stack : stack,
            alias.Project is { } project ? await ValueAsync(project) ?? Renderer.Project : Renderer.Project,
            parent,
            alias.Type is { } type ? await ValueAsync(type) ?? capture.Type : capture.Type,
            alias.Name is { } name ? await ValueAsync(name) ?? capture.Name : capture.Name);
    }

    private static async Task<T?> ValueAsync<T>(Input<T> input)
        where T : class => OutputProbe.Read(input) is { } reading ? (await reading).Value as T : null;
}
