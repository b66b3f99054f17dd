namespace Evidence.Pipeline.Custody.Disposing;

/// <summary>What a run of the disposition did, or would do.</summary>
/// <param name="Results">What became of each payload, by the intent that announced it.</param>
/// <param name="Planned">Payloads whose time is over and that were only looked for.</param>
/// <param name="Intents">Indexes of the intents, those of an interrupted run first.</param>
public sealed record DispositionRun(
    IReadOnlyList<DispositionResult> Results, IReadOnlyList<DispositionItem> Planned, IReadOnlyList<long> Intents);
