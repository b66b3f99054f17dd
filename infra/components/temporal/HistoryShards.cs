using System.Numerics;

namespace Infra.Components.Temporal;

/// <summary>
/// Into how many shards the history is divided: a power of two. It cannot change once there is a history.
/// </summary>
/// <param name="Count">How many.</param>
public readonly record struct HistoryShards(int Count)
{
    /// <summary>The fewest: an environment that nobody depends on.</summary>
    public const int Fewest = 4;

    /// <summary>The most; Temporal itself goes further, no database of ours would.</summary>
    public const int Most = 16_384;

    /// <summary>Whether a number of shards is one that may be chosen.</summary>
    public static bool Allowed(int count) =>
        count is >= Fewest and <= Most && BitOperations.IsPow2(count);
}
