using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary><c>strata local</c>: the backing services on this machine.</summary>
internal sealed class LocalCommand : Command
{
    public LocalCommand(App app)
        : base("local", "Runs the backing services on this machine: an S3 server with Object Lock, and PostgreSQL.")
    {
        Add(new LocalUpVerb(app));
        Add(new LocalDownVerb(app));
        Add(new LocalStatusVerb(app));
        Add(new LocalAttachVerb(app));
    }
}
