using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Automation.Rendering;

/// <summary>What an <c>Output</c> of any type holds, read through public API.</summary>
/// <param name="Value">The value; meaningless where it is not known.</param>
/// <param name="IsKnown">Whether the value is known.</param>
/// <param name="IsSecret">Whether it is a secret.</param>
/// <param name="Dependencies">The resources that it came from.</param>
internal sealed record OutputProbe(object? Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Dependencies)
{
    private static readonly ConcurrentDictionary<Type, Reader?> _readers = new();

    /// <summary>Reads a value that is an input or an output; null where it is neither.</summary>
    public static Task<OutputProbe>? Read(object value) =>
        _readers.GetOrAdd(value.GetType(), ReaderOf)?.ReadAsync(value);

    private static Reader? ReaderOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            var open = candidate.IsGenericType ? candidate.GetGenericTypeDefinition() : null;
            if (open == typeof(Input<>) || open == typeof(Output<>))
            {
                var reader = typeof(Reader<>).MakeGenericType(candidate.GetGenericArguments());
                return (Reader?)Activator.CreateInstance(reader);
            }
        }

        return null;
    }

    private abstract class Reader
    {
        public abstract Task<OutputProbe> ReadAsync(object value);
    }

    private sealed class Reader<T> : Reader
    {
        public override async Task<OutputProbe> ReadAsync(object value)
        {
            var output = value as Output<T> ?? ((Input<T>)value).ToOutput();
            return new(
                await OutputUtilities.GetValueAsync(output),
                await OutputUtilities.GetIsKnownAsync(output),
                await Output.IsSecretAsync(output),
                await OutputUtilities.GetDependenciesAsync(output));
        }
    }
}
