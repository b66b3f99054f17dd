using System.Runtime.CompilerServices;

namespace Evidence.Pipeline.Flow;

/// <summary>Groups what stands together in a sequence, holding one group.</summary>
internal static class Adjacent
{
    public static async IAsyncEnumerable<IReadOnlyList<T>> GroupAdjacentAsync<T, TKey>(
        this IAsyncEnumerable<T> items,
        Func<T, TKey> keyOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TKey : IEquatable<TKey>
    {
        var group = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (group.Count > 0 && !keyOf(group[0]).Equals(keyOf(item)))
            {
                yield return group;
                group = [];
            }

            group.Add(item);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}
