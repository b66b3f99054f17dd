namespace Infra.Automation.State;

/// <summary>What is on disk or in the store contradicts itself. Nothing was changed.</summary>
/// <param name="message">Both values, and what to do next.</param>
/// <param name="inner">What was found underneath.</param>
public sealed class StateContradictionException(string message, Exception? inner = null) : Exception(message, inner);
