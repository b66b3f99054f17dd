namespace Infra.Automation.Engines;

/// <summary>Something that an engine needs cannot be reached, or refuses to serve.</summary>
/// <param name="message">What was needed, where, and what to do next.</param>
/// <param name="inner">What was found underneath.</param>
public sealed class StoreUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
