using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Catalogue;

/// <summary>How long evidence is kept, and how hard, as <c>retention.yaml</c> lists it.</summary>
public sealed record RetentionClass
{
    /// <summary>Name of the class that the environment's own file describes. Never in <c>retention.yaml</c>.</summary>
    public const string EnvironmentDefault = "default";

    // S3 takes at most 100 years (36,500 days).
    internal const int MostDays = 36_500;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How hard.</summary>
    public required LockMode Mode { get; init; }

    /// <summary>How long, in days, from 1 to 36,500.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer or more.</exception>
    public required int Days
    {
        get;
        init => field = value is >= 1 and <= MostDays
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Retention is 1 to {MostDays} days.");
    }

    /// <summary>What it is for.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>Ids of the controls it was chosen for.</summary>
    public IReadOnlyList<string> Serves { get; init; } = [];

    /// <summary>
    /// The lock for something collected at <paramref name="now"/>. The date is rounded up to midnight UTC, so that all
    /// of a day's evidence has one date, and adding the same bytes twice on a day asks for no new lock.
    /// </summary>
    public ObjectLock LockFrom(DateTimeOffset now, bool hold = false)
    {
        var end = now.UtcDateTime.AddDays(Days);
        var midnight = end.TimeOfDay == TimeSpan.Zero ? end : end.Date.AddDays(1);
        return new ObjectLock(Mode, new DateTimeOffset(midnight, TimeSpan.Zero), hold);
    }
}
