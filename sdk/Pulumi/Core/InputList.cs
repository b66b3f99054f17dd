using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs that is an input itself, so that it also takes the output of a list.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, ICollectionInput, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _elements;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements)
        : base(Flatten(elements))
        => _elements = elements;

    IInput ICollectionInput.Elements => (Input<ImmutableArray<Input<T>>>)_elements;

    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    public static implicit operator InputList<T>(List<T> values) => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Output<T>> values)
        => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values)
        => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => Of(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => OfOutput(values);

    public static implicit operator InputList<T>(Output<List<T>> values) => OfOutput(values);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => OfOutput(values);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(array => ToInputs(array)));

    public void Add(params Input<T>[] inputs) => Append(Of(inputs));

    /// <summary>Adds every element of another list; lets a collection initializer mix elements and lists.</summary>
    public void Add(InputList<T> inputs) => Append(inputs);

    public void AddRange(InputList<T> inputs) => Append(inputs);

    /// <summary>A new list with the elements of both; neither is changed.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new InputList<T>(Joined(other));
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await Source.GetValueAsync(whenUnknown: []).ConfigureAwait(false))
        {
            yield return value;
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"The elements of {typeof(InputList<T>)} may not be here yet, so it cannot be enumerated synchronously: "
            + $"use `await foreach` ({nameof(GetAsyncEnumerator)}).");

    internal InputList<T> Clone() => new(_elements);

    private static InputList<T> Of(IEnumerable<Input<T>> inputs) => new(Output.Create(inputs.ToImmutableArray()));

    private static InputList<T> OfOutput<TValues>(Output<TValues> values)
        where TValues : IEnumerable<T>
        => new(values.Apply(sequence => ToInputs(sequence)));

    private static ImmutableArray<Input<T>> ToInputs(IEnumerable<T> values)
        => [.. values.Select(value => (Input<T>)value)];

    private static Output<ImmutableArray<T>> Flatten(Output<ImmutableArray<Input<T>>> elements)
        => elements.Apply(inputs => Output.All((IEnumerable<Input<T>>)inputs));

    private void Append(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _elements = Joined(other);
        Source = Flatten(_elements);
    }

    private Output<ImmutableArray<Input<T>>> Joined(InputList<T> other)
        => Output.Tuple(_elements, other._elements).Apply(both => both.Item1.AddRange(both.Item2));
}
