namespace Evidence.Pipeline.Custody.Observing;

/// <summary>How far an observation is. Nobody knows how much is left: a vault is listed page by page.</summary>
/// <param name="Versions">Versions that were looked at.</param>
/// <param name="BytesRead">Bytes that were read for their digests.</param>
/// <param name="Findings">Findings so far.</param>
public sealed record ObservationProgress(long Versions, long BytesRead, long Findings);
