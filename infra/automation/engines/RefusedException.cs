namespace Infra.Automation.Engines;

/// <summary>
/// Something protected stays as it is: the program or the store refuses to lose it. Nothing was changed.
/// </summary>
/// <param name="message">What was refused, by whom, and what to do where it is really meant.</param>
public sealed class RefusedException(string message) : Exception(message);
