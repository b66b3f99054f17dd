namespace Strata.Cli.Frame;

/// <summary>The command line asks for something that cannot be: the message says what, and what to type instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
