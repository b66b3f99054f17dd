using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata waiver</c>: logged, approved, expiring exceptions to what gates require.</summary>
internal sealed class WaiverCommand : Command
{
    public WaiverCommand(App app)
        : base("waiver", "Asks for, approves and lists exceptions to what gates require, until a date.")
    {
        Add(new WaiverRequestVerb(app));
        Add(new WaiverApproveVerb(app));
        Add(new WaiverListVerb(app));
    }
}
