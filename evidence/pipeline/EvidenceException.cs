namespace Evidence.Pipeline;

/// <summary>
/// Why evidence could not be stored, read or verified: one sentence that says what was attempted, on what, what was
/// found and what to do next. The only exception this library throws for anything but a defect or a cancellation.
/// </summary>
public sealed class EvidenceException(EvidenceFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What kind of thing went wrong.</summary>
    public EvidenceFault Fault { get; } = fault;

    /// <summary>Whether the same call may succeed in a moment. The one place that decides what is retried.</summary>
    public bool IsTransient => Fault is EvidenceFault.Unreachable or EvidenceFault.TimedOut;
}
