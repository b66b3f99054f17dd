namespace Infra.Automation.State.Checks;

/// <summary>What was to be checked cannot be read, or is something else.</summary>
/// <param name="message">Which file, and what was found.</param>
/// <param name="inner">What was found underneath.</param>
public sealed class StateCheckException(string message, Exception? inner = null) : Exception(message, inner);
