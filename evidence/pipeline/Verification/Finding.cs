namespace Evidence.Pipeline.Verification;

/// <summary>One thing that is not as it must be.</summary>
/// <param name="Code">What kind.</param>
/// <param name="Reason">Exactly what was expected and found, as a sentence.</param>
public sealed record Finding(FindingCode Code, string Reason);
