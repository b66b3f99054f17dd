using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary><c>strata local attach</c>: services which somebody else runs, such as <c>local/compose.yaml</c>.</summary>
internal sealed class LocalAttachVerb(App app)
    : LocalVerb(app, "attach", "Uses services that somebody else runs on this machine, such as local/compose.yaml.")
{
    private readonly Option<string> _s3 = new("--s3")
    {
        Description = "The S3 endpoint.",
        HelpName = "URL",
        Required = true,
    };

    private readonly Option<string> _postgres = new("--postgres")
    {
        Description = "Where PostgreSQL listens.",
        HelpName = "HOST:PORT",
        Required = true,
    };

    private readonly Option<FileInfo> _credentials = new("--credentials")
    {
        Description = "A file of NAME=value lines with the S3 keys and the password; it is copied.",
        HelpName = "FILE",
        Required = true,
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "strata local attach --s3 http://127.0.0.1:7480 --postgres 127.0.0.1:7432 --credentials FILE",
            "use the containers of local/compose.yaml"),
    ];

    protected override void Declare()
    {
        Add(_s3);
        Add(_postgres);
        Add(_credentials);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var services = Services();
        await services.AttachAsync(
            parsed.GetRequiredValue(_s3),
            parsed.GetRequiredValue(_postgres),
            parsed.GetRequiredValue(_credentials).FullName,
            cancellationToken);
        Show(await services.StatusAsync(cancellationToken), parsed);
        return ExitCodes.Done;
    }
}
