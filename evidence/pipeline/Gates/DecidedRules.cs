namespace Evidence.Pipeline.Gates;

/// <summary>The rules that were decided by: SHA-256 of each file.</summary>
/// <param name="Gates">Of <c>gates.yaml</c>.</param>
/// <param name="Workstreams">Of <c>workstreams.yaml</c>.</param>
public sealed record DecidedRules(string Gates, string Workstreams);
