using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary><c>strata local down</c>.</summary>
internal sealed class LocalDownVerb(App app)
    : LocalVerb(app, "down", "Stops the services. Their data stays, unless --purge is given.")
{
    private readonly Option<bool> _purge = new("--purge")
    {
        Description = "Also delete the services' data, credentials and logs. Every local vault and database is lost.",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata local down", "stop the services and keep their data"),
        new("strata local down --purge", "stop them and start the next time with nothing"),
    ];

    protected override void Declare()
    {
        Add(_purge);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var services = Services();
        await services.DownAsync(parsed.GetValue(_purge), cancellationToken);
        Show(await services.StatusAsync(cancellationToken), parsed);
        return ExitCodes.Done;
    }
}
