namespace Infra.Automation.State.Checks;

/// <summary>Something in a state that is not as it must be.</summary>
/// <param name="File">The state.</param>
/// <param name="Contradicts">Whether the state contradicts itself; else it only needs attention.</param>
/// <param name="Sentence">What was found.</param>
public sealed record StateFault(string File, bool Contradicts, string Sentence);
