using System.CommandLine;

namespace Strata.Cli.Frame;

/// <summary>Options that mean the same wherever they appear.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json")
    {
        Description = "Write one JSON document to standard output, and nothing else there.",
    };
}
