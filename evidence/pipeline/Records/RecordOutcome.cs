namespace Evidence.Pipeline.Records;

/// <summary>What came out of whatever a record is about. The names are part of records: never renamed.</summary>
public enum RecordOutcome
{
    /// <summary>It met its target: <c>passed</c>.</summary>
    Passed,

    /// <summary>It did not: <c>failed</c>.</summary>
    Failed,
}
