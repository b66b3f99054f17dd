using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The arguments and options that the engine goes on with.</summary>
public readonly struct InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    public ImmutableDictionary<string, object?> Args { get; } = args;

    public InvokeOptions Options { get; } = options;
}
