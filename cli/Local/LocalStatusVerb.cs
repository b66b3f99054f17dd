using System.CommandLine;
using Infra.Automation.Local;
using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary><c>strata local status</c>: exit code 0 says that every service answers.</summary>
internal sealed class LocalStatusVerb(App app)
    : LocalVerb(app, "status", "Asks every service, and shows where it listens and where its log is.")
{
    public override IReadOnlyList<Example> Examples =>
    [
        new("strata local status", "see what runs, and where the logs are"),
        new("strata local status --json", "the same for a program"),
    ];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var status = await Services().StatusAsync(cancellationToken);
        Show(status, parsed);
        return status.State is LocalState.Running ? ExitCodes.Done : ExitCodes.Unreachable;
    }
}
