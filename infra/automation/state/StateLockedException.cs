namespace Infra.Automation.State;

/// <summary>Another run holds the state's lock. Nothing was changed.</summary>
/// <param name="message">Who holds it, and what to do next.</param>
public sealed class StateLockedException(string message) : Exception(message);
