using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output resolves to: a value, what is known about it, and the resources it came from.</summary>
internal readonly record struct OutputData<T>(
    T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData<T> Known(T value) => new(value, IsKnown: true, IsSecret: false, []);

    public static OutputData<T> Unknown(T value) => new(value, IsKnown: false, IsSecret: false, []);

    public OutputData<TResult> With<TResult>(TResult value) => new(value, IsKnown, IsSecret, Resources);

    /// <summary>The value of this, tainted by everything that <paramref name="source"/> carries.</summary>
    public OutputData<T> DerivedFrom<TSource>(OutputData<TSource> source)
        => new(Value, IsKnown && source.IsKnown, IsSecret || source.IsSecret, source.Resources.Union(Resources));
}
