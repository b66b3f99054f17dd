namespace Infra.Automation.Rendering;

/// <summary>A file is not a graph, or cannot be read.</summary>
/// <param name="message">Which file, what was found, and how to make one.</param>
/// <param name="inner">What was found underneath.</param>
public sealed class GraphFileException(string message, Exception? inner = null) : Exception(message, inner);
