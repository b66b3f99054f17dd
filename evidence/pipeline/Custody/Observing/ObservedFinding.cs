using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>Something an observation found wrong: a line after those of the versions.</summary>
/// <param name="Finding">What kind.</param>
/// <param name="Key">Key it is about.</param>
/// <param name="Reason">Exactly what was expected and found, as a sentence.</param>
/// <param name="Version">Version it is about.</param>
public sealed record ObservedFinding(FindingCode Finding, string Key, string Reason, string Version);
