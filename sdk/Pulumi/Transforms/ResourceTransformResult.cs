using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The properties and options that the engine goes on with.</summary>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    public ImmutableDictionary<string, object?> Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}
