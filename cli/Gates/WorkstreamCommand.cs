using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata workstream</c>: how far the operational workstreams are.</summary>
internal sealed class WorkstreamCommand : Command
{
    public WorkstreamCommand(App app)
        : base("workstream", "Records and lists how far the operational workstreams are.")
    {
        Add(new WorkstreamSetVerb(app));
        Add(new WorkstreamListVerb(app));
    }
}
