using System.CommandLine;

namespace Strata.Cli.Evidence;

/// <summary>Options that the verbs of custody share.</summary>
internal static class CustodyOptions
{
    /// <summary>In whose name a verb records what it does.</summary>
    public static Option<string> Key() => new("--by")
    {
        Description = "Name of the signing key of whoever decides this; `strata evidence key list` shows them.",
        HelpName = "KEY",
        Required = true,
    };

    /// <summary>Why somebody decides something.</summary>
    public static Option<string> Reason(string description) => new("--reason")
    {
        Description = description,
        HelpName = "REASON",
        Required = true,
    };

    /// <summary>As <see cref="Key"/>, where the usual key is as good as any.</summary>
    public static Option<string?> OptionalKey() => new("--by")
    {
        Description = "Name of the signing key; without it, the one that records are signed with.",
        HelpName = "KEY",
    };
}
