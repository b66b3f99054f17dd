using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Json;
using Pulumi;

namespace Infra.Automation.Rendering;

/// <summary>A resource while its program runs: what the program said, and then what came of it.</summary>
internal sealed class Capture(
    Resource resource, ResourceArgs args, ResourceOptions options, Capture? parent, string urn)
{
    public Resource Resource { get; } = resource;

    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;

    public Capture? Parent { get; } = parent;

    public string Urn { get; } = urn;

    public string Type { get; } = resource.GetResourceType();

    public string Name { get; } = resource.GetResourceName();

    /// <summary>
    /// Whether it is protected: what it says itself, else what its parent says. Children of the stack inherit nothing.
    /// </summary>
    public bool? Protect => Options.Protect ?? (Options.Parent is null ? null : Parent?.Protect);

    /// <summary>Its inputs on the wire, secrets masked.</summary>
    public JsonElement Inputs { get; set; } = CanonicalJson.EmptyObject;

    /// <summary>What stands for its outputs.</summary>
    public ImmutableDictionary<string, object> Outputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The resources that its inputs came from.</summary>
    public IReadOnlyCollection<Resource> Sources { get; set; } = [];

    /// <summary>The resources that the program says it depends on.</summary>
    public ImmutableArray<Resource> DependsOn { get; set; } = [];

    /// <summary>URNs of its earlier identities.</summary>
    public ImmutableArray<string> Aliases { get; set; } = [];

    /// <summary>
    /// Finds its provider: its own, else the nearest ancestor's that is of its package; null for the default one.
    /// </summary>
    public ProviderResource? Provider()
    {
        if (Resource is not CustomResource || Type.Split(':') is not [var package, _, _])
        {
            return null;
        }

        if (Options.Provider is { } own)
        {
            return own;
        }

        for (var (child, ancestor) = (this, Parent); child.Options.Parent is not null && ancestor is not null;
             (child, ancestor) = (ancestor, ancestor.Parent))
        {
            if (ancestor.Given().LastOrDefault(provider => IsOf(provider, package)) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    private static bool IsOf(ProviderResource provider, string package) =>
        provider.GetResourceType() == $"pulumi:providers:{package}";

    private List<ProviderResource> Given() => Options.Provider is { } one
        ? [one]
        : (Options as ComponentResourceOptions)?.Providers ?? [];
}
