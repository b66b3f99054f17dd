namespace Evidence.Pipeline.Gates.Rules;

/// <summary>Something that must happen again and again, declared ahead.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">Kind of the records that it leaves.</param>
/// <param name="Gate">The gate, of a decision; else null.</param>
/// <param name="Control">Id of a control that the records must name, or null of any.</param>
/// <param name="EveryDays">Most days between two of them.</param>
public sealed record ExpectedRun(string Id, string Kind, string? Gate, string? Control, int EveryDays);
