using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments of a resource whose inputs have no fixed shape.</summary>
public sealed class DictionaryResourceArgs : ResourceArgs
{
    private readonly ImmutableDictionary<string, object?> _values;

    /// <exception cref="InvalidOperationException">A value is of a type that has no wire form.</exception>
    public DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary)
        => _values = TargetTypes.CheckValues(nameof(dictionary), dictionary);

    internal override ImmutableDictionary<string, object?> ToDictionary(string context) => _values;
}
