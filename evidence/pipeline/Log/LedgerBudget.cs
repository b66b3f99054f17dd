namespace Evidence.Pipeline.Log;

/// <summary>How long those who append to one ledger wait for each other.</summary>
public sealed record LedgerBudget
{
    /// <summary>
    /// How long another writer may take to publish what its head promises before we do it for it. Too short costs
    /// everybody double work, too long a pause after a crash; neither costs a record. Default 5 seconds.
    /// </summary>
    public TimeSpan Patience { get; init => field = Positive(value); } = TimeSpan.FromSeconds(5);

    /// <summary>Pause after a lost race, up to; each further one may be twice as long. Default 50 ms.</summary>
    public TimeSpan FirstPause { get; init => field = Positive(value); } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause after a lost race. Default 1 second.</summary>
    public TimeSpan LongestPause { get; init => field = Positive(value); } = TimeSpan.FromSeconds(1);

    /// <summary>How long to keep trying while others keep winning. Default 5 minutes.</summary>
    public TimeSpan Race { get; init => field = Positive(value); } = TimeSpan.FromMinutes(5);

    /// <summary>The pause that follows <paramref name="pause"/>.</summary>
    internal TimeSpan After(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private static TimeSpan Positive(TimeSpan value) => value > TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A budget must be positive.");
}
