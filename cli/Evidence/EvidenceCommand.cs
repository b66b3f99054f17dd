using System.CommandLine;
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
        Add(new ProbeVerb(app));
    }
}
