namespace Strata.Cli.Frame;

/// <summary>A command line that works, and what it does.</summary>
internal sealed record Example(string Line, string Meaning);
