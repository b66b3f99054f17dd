namespace Infra.Automation.Local;

/// <summary>The local services could not be started, stopped or found. The message is a sentence for the user.</summary>
public sealed class LocalServicesException(LocalFailure kind, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What kind of trouble it is.</summary>
    public LocalFailure Kind { get; } = kind;
}
