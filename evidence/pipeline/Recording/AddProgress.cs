namespace Evidence.Pipeline.Recording;

/// <summary>How far a run is.</summary>
/// <param name="Stored">Payloads that are stored, locked and read back.</param>
/// <param name="Acknowledged">Items whose record is too.</param>
/// <param name="Total">Items in all.</param>
public sealed record AddProgress(int Stored, int Acknowledged, int Total);
