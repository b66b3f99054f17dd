namespace Infra.Automation.Engines;

/// <summary>An engine cannot apply what it was given. Nothing was changed.</summary>
/// <param name="message">What it cannot apply, and what to do instead.</param>
public sealed class CannotApplyException(string message) : Exception(message);
