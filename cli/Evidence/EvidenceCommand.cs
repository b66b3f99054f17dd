using System.CommandLine;
using Strata.Cli.Evidence.Keys;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence</c>: what is kept, and the proof that it is what it was.</summary>
internal sealed class EvidenceCommand : Command
{
    public EvidenceCommand(App app)
        : base("evidence", "Keeps evidence that nobody can alter, and proves it.")
    {
        Add(new AddVerb(app));
        Add(new ListVerb(app));
        Add(new ShowVerb(app));
        Add(new VerifyVerb(app));
        Add(new ProofVerb(app));
        Add(new ObserveVerb(app));
        Add(new HoldVerb(app));
        Add(new ReleaseVerb(app));
        Add(new DisposeVerb(app));
        Add(new KeyCommand(app));
        Add(new ProbeVerb(app));
    }
}
