using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Immutable collections of an element type that is known at run time only.</summary>
internal abstract class CollectionFactory
{
    private static readonly ConcurrentDictionary<Type, CollectionFactory> ByElement = new();

    public static CollectionFactory Of(Type element)
        => ByElement.GetOrAdd(
            element, type => (CollectionFactory)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type))!);

    /// <summary>Whether a list is an immutable array that was never set; it has no count.</summary>
    public static bool IsDefault(IList list)
        => list.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && Of(type.GenericTypeArguments[0]).IsDefaultArray(list);

    public abstract object Array(IEnumerable<object?> values);

    public abstract object ImmutableDictionary(IEnumerable<KeyValuePair<string, object?>> values);

    public abstract object Dictionary(IEnumerable<KeyValuePair<string, object?>> values);

    public abstract object Output(object? value);

    protected abstract bool IsDefaultArray(object array);

    private sealed class Typed<T> : CollectionFactory
    {
        public override object Array(IEnumerable<object?> values) => values.Select(Cast).ToImmutableArray();

        public override object ImmutableDictionary(IEnumerable<KeyValuePair<string, object?>> values)
            => values.ToImmutableDictionary(entry => entry.Key, entry => Cast(entry.Value));

        public override object Dictionary(IEnumerable<KeyValuePair<string, object?>> values)
            => values.ToDictionary(entry => entry.Key, entry => Cast(entry.Value));

        public override object Output(object? value) => Pulumi.Output.Create(Cast(value));

        protected override bool IsDefaultArray(object array) => ((ImmutableArray<T>)array).IsDefault;

        private static T Cast(object? value) => value is null ? default! : (T)value;
    }
}
