namespace Evidence.Pipeline.Custody;

/// <summary>What became of one payload of an intent.</summary>
/// <param name="Key">Key within the bucket.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Version">The store's name of the version.</param>
/// <param name="Reason">Why it is kept, as a sentence, or null if it is gone.</param>
public sealed record DispositionResult(
    string Key, DispositionOutcome Outcome, string Version, string? Reason = null);
