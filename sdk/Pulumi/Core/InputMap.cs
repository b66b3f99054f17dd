using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map from names to inputs that is an input itself, so that it also takes the output of a map.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        ICollectionInput,
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _elements;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> elements)
        : base(Flatten(elements))
        => _elements = elements;

    IInput ICollectionInput.Elements => (Input<ImmutableDictionary<string, Input<TValue>>>)_elements;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values)
        => new(Output.Create(ToInputs(values)));

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values)
        => new(Output.Create(ToInputs(values)));

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values)
        => new(values.Apply(map => ToInputs(map)));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values)
        => new(values.Apply(map => ToInputs(map)));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
        => new(values.Apply(map => ToInputs(map)));

    /// <summary>A new map with the entries of both; where both have a key, the second one's value is taken.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._elements, second._elements).Apply(both => both.Item1.SetItems(both.Item2)));

    /// <summary>Adds an entry. A key that is already there with another value fails the deployment.</summary>
    public void Add(string key, Input<TValue> value) => Replace(_elements.Apply(map => map.Add(key, value)));

    /// <summary>Adds every entry of another map; lets a collection initializer mix entries and maps.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Replace(Output.Tuple(_elements, values._elements).Apply(both => both.Item1.AddRange(both.Item2)));
    }

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(
        CancellationToken cancellationToken)
    {
        foreach (var entry in await Source.GetValueAsync(whenUnknown: ImmutableDictionary<string, TValue>.Empty)
            .ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"The entries of {typeof(InputMap<TValue>)} may not be here yet, so it cannot be enumerated synchronously: "
            + $"use `await foreach` ({nameof(GetAsyncEnumerator)}).");

    private static ImmutableDictionary<string, Input<TValue>> ToInputs(IEnumerable<KeyValuePair<string, TValue>> values)
        => values.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);

    private static Output<ImmutableDictionary<string, TValue>> Flatten(
        Output<ImmutableDictionary<string, Input<TValue>>> elements)
        => elements.Apply(map => Output
            .All(map.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(entries => ImmutableDictionary.CreateRange(entries)));

    private void Replace(Output<ImmutableDictionary<string, Input<TValue>>> elements)
    {
        _elements = elements;
        Source = Flatten(elements);
    }
}
