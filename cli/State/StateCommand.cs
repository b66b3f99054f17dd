using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.State;

/// <summary><c>strata state</c>: what engines know, and whether it holds together.</summary>
internal sealed class StateCommand : Command
{
    public StateCommand(App app)
        : base("state", "Looks at what engines know of environments. Changes nothing.") => Add(new StateCheckVerb(app));
}
