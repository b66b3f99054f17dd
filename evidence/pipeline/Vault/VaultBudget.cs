namespace Evidence.Pipeline.Vault;

/// <summary>
/// How long to wait. One call and a whole operation have budgets of their own: a store that never answers is given up
/// soon, while a large object on a slow line has the time it needs.
/// </summary>
public sealed record VaultBudget
{
    /// <summary>Slowest line on which an operation is still expected to finish, in bytes per second.</summary>
    public const long SlowestLine = 256 * 1024;

    /// <summary>Longest time for a connection to come up. Default 5 seconds.</summary>
    public TimeSpan Connect { get; init => field = Positive(value); } = TimeSpan.FromSeconds(5);

    /// <summary>Longest silence within one network call: one request of at most one part. Default 60 seconds.</summary>
    public TimeSpan Call { get; init => field = Positive(value); } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Longest time for one object with all its attempts and its read-back, besides the time its bytes need at
    /// <see cref="SlowestLine"/>. Default 5 minutes.
    /// </summary>
    public TimeSpan Operation { get; init => field = Positive(value); } = TimeSpan.FromMinutes(5);

    /// <summary>How often to try before giving up, the first time included. Default 4.</summary>
    public int Attempts
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one attempt.");
    } = 4;

    /// <summary>Pause before the second attempt; each further pause is twice as long. Default 200 ms.</summary>
    public TimeSpan FirstPause { get; init => field = Positive(value); } = TimeSpan.FromMilliseconds(200);

    /// <summary>The whole budget for an object of <paramref name="size"/> bytes, written and read back.</summary>
    public TimeSpan OperationFor(long size) => Operation + TimeSpan.FromSeconds(2.0 * size / SlowestLine);

    private static TimeSpan Positive(TimeSpan value) => value > TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A budget must be positive.");
}
