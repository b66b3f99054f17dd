using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource of a stack: made by a provider, or a component of other resources.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers =
        ImmutableDictionary<string, ProviderResource>.Empty;

    /// <summary>A resource that exists already and is known by its URN only.</summary>
    private protected Resource(string urn)
    {
        _type = "";
        _name = "";
        Urn = Output.Create(urn);
    }

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        _name = name;

        var deployment = Deployment.Current;
        var outputs = OutputSources.Fill(this);
        try
        {
            var above = type == Stack.TypeToken ? null : options.Parent ?? deployment.Stack;
            _transformations = [.. options.ResourceTransformations, .. above?._transformations ?? []];
            (args, options) = Transform(args, options);
            if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
            {
                throw new ResourceException(
                    "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
            }

            if (options.Parent is { } parent)
            {
                parent.AddChild(this);
                options.Protect ??= parent.IsProtected;
                _providers = parent._providers;
            }

            _providers = WithOwnProviders(options);
            IsProtected = options.Protect == true;
            Provider = this is CustomResource ? options.Provider : null;
            CheckAliases(options);
        }
        catch (Exception error)
        {
            // The outputs are watched already: left open, the deployment would wait for them forever.
            outputs.Fail(error);
            throw;
        }

        deployment.Register(this, outputs, args, options);
    }

    [Output(Wire.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>The provider instance that manages this resource; null for the package's default one.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>Whether a deletion is refused: as the options say, else as for the parent.</summary>
    internal bool IsProtected { get; }

    private HashSet<Resource> Children { get; } = [];

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>The provider that a child of this resource uses for a type or function token.</summary>
    internal ProviderResource? ProviderFor(string token)
        => PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    /// <summary>
    /// The resources that depending on this one means: a local component stands for what is below it, anything else for
    /// itself. Children of a custom resource do not count: waiting for them could be waiting for oneself.
    /// </summary>
    internal void AddReachable(HashSet<Resource> seen)
    {
        if (!seen.Add(this) || this is not ComponentResource)
        {
            return;
        }

        foreach (var child in SnapshotOfChildren())
        {
            child.AddReachable(seen);
        }
    }

    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;

    private void AddChild(Resource child)
    {
        lock (Children)
        {
            Children.Add(child);
        }
    }

    private Resource[] SnapshotOfChildren()
    {
        lock (Children)
        {
            return [.. Children];
        }
    }

    /// <summary>Applies every transformation; returns options that are this resource's own.</summary>
    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException(
                    "Transformations cannot currently be used to change the 'parent' of a resource.", nameof(options));
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options.Clone());
    }

    /// <summary>The inherited and the given providers; a custom resource without one takes the inherited.</summary>
    private ImmutableDictionary<string, ProviderResource> WithOwnProviders(ResourceOptions options)
    {
        if (this is CustomResource)
        {
            options.Provider ??= ProviderFor(_type);
            return options.Provider is { } provider && PackageOf(_type) is { } package
                ? _providers.SetItem(package, provider)
                : _providers;
        }

        IEnumerable<ProviderResource> given = options.Provider is null
            ? (options as ComponentResourceOptions)?.Providers ?? []
            : [options.Provider];

        // As in the genuine SDK, a component below another cannot replace a provider that it inherits: that throws.
        return _providers.AddRange(given
            .GroupBy(provider => provider.Package)
            .Select(group => KeyValuePair.Create(group.Key, group.Last())));
    }

    /// <summary>Resolves every alias, so that a contradictory one fails the deployment.</summary>
    private void CheckAliases(ResourceOptions options)
    {
        foreach (var alias in options.Aliases)
        {
            _ = alias.Apply(known => known.ToUrn(_name, _type, options.Parent));
        }
    }
}
