using System.CommandLine;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;
using Strata.Cli.Gates;
using Strata.Cli.Infra;
using Strata.Cli.Local;
using Strata.Cli.State;

namespace Strata.Cli;

/// <summary>The command line's table of contents: every verb, in the order in which one meets them.</summary>
internal static class StrataCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, App app) =>
        Invocation.RunAsync(Create(app), arguments, app);

    public static RootCommand Create(App app)
    {
        var root = new RootCommand("Provisions a regulated platform and keeps evidence of everything that happens to it.")
        {
            TreatUnmatchedTokensAsErrors = true,
        };

        foreach (var verb in Verbs(app))
        {
            root.Add(verb);
        }

        Help.Install(root);
        return root;
    }

    private static IEnumerable<Command> Verbs(App app)
    {
        yield return new LocalCommand(app);
        yield return new LayersVerb(app);
        yield return new RenderVerb(app);
        yield return new DiffVerb(app);
        yield return new PolicyVerb(app);
        yield return new UpgradeCheckVerb(app);
        yield return new CostVerb(app);
        yield return new PreviewVerb(app);
        yield return new UpVerb(app);
        yield return new DestroyVerb(app);
        yield return new DriftVerb(app);
        yield return new StateCommand(app);
        yield return new EvidenceCommand(app);
        yield return new GateVerb(app);
        yield return new WaiverCommand(app);
        yield return new WorkstreamCommand(app);
        yield return new VersionVerb(app);
    }
}
