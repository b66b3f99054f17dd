namespace Evidence.Pipeline.Probe;

/// <summary>One thing that was tried on the store, and its answer.</summary>
/// <param name="Name">Name of the attempt: part of the JSON output, never renamed.</param>
/// <param name="Tried">What was tried, as a sentence's beginning.</param>
/// <param name="Answer">What the store answered.</param>
/// <param name="Verdict">What that shows.</param>
public sealed record ProbeAttempt(string Name, string Tried, string Answer, ProbeVerdict Verdict);
