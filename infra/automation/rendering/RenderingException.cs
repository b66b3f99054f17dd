namespace Infra.Automation.Rendering;

/// <summary>A program cannot be rendered: it failed, or it needs something that only the cloud knows.</summary>
/// <param name="message">What failed, in which layer, and what to do.</param>
/// <param name="inner">What was found underneath.</param>
public sealed class RenderingException(string message, Exception? inner = null) : Exception(message, inner);
