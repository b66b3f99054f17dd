namespace Infra.Automation.Engines;

/// <summary>
/// A step of an operation failed. What was done before it is done and in the state; a next run continues.
/// </summary>
/// <param name="message">Which step, on what, and what was found.</param>
/// <param name="inner">What was found underneath.</param>
public sealed class StepFailedException(string message, Exception? inner = null) : Exception(message, inner);
