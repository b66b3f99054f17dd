namespace Evidence.Pipeline.Custody;

/// <summary>A payload version that a disposition is about.</summary>
/// <param name="Intent">Index of the record that announced it.</param>
/// <param name="DecidedAt">When it was decided that its time is over; UTC.</param>
/// <param name="Item">What was known about it then.</param>
/// <param name="By">Identities that decided.</param>
/// <param name="HeldBy">Index of a hold that was on it when that was recorded, or null as it must be.</param>
public sealed record DisposedPayload(
    long Intent, DateTimeOffset DecidedAt, DispositionItem Item, IReadOnlyList<string> By, long? HeldBy)
{
    /// <summary>What became of it, or null as long as no result is recorded.</summary>
    public DispositionResult? Result { get; internal set; }

    /// <summary>Index of the record of the result, or null.</summary>
    public long? ResultIndex { get; internal set; }
}
