namespace Evidence.Pipeline.Gates;

/// <summary>What became of a requirement. The names are part of decisions: never renamed.</summary>
public enum RequirementOutcome
{
    /// <summary>It is met: <c>met</c>.</summary>
    Met,

    /// <summary>It is not met, and a waiver is in force: <c>waived</c>.</summary>
    Waived,

    /// <summary>It is not met: <c>missing</c>.</summary>
    Missing,
}
