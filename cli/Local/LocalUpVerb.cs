using System.CommandLine;
using Infra.Automation.Local;
using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary><c>strata local up</c>.</summary>
internal sealed class LocalUpVerb(App app)
    : LocalVerb(app, "up", "Starts the services that do not run, and waits until each answers a real request.")
{
    private readonly Option<int?> _s3Port = PortOption(
        "--s3-port", $"Port of the S3 server (default: as last time, or {LocalSettings.DefaultS3Port}).");

    private readonly Option<int?> _postgresPort = PortOption(
        "--postgres-port", $"Port of PostgreSQL (default: as last time, or {LocalSettings.DefaultPostgresPort}).");

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata local up", "start the S3 server and PostgreSQL"),
        new("strata local up --s3-port 9000", "the same, with the S3 server on another port"),
    ];

    protected override void Declare()
    {
        Add(_s3Port);
        Add(_postgresPort);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var services = Services(new LocalSettings
        {
            Folder = App.Local,
            S3Port = parsed.GetValue(_s3Port),
            PostgresPort = parsed.GetValue(_postgresPort),
        });
        await services.UpAsync(cancellationToken);
        Show(await services.StatusAsync(cancellationToken), parsed);
        return ExitCodes.Done;
    }

    private static Option<int?> PortOption(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "PORT" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65535)
            {
                result.AddError($"'{result.Tokens[0].Value}' is not a port for {name}: a port is 1 to 65535.");
            }
        });
        return option;
    }
}
