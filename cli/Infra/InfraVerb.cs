using System.CommandLine;
using Amazon.Runtime;
using Amazon.S3;
using Infra.Automation.Engines;
using Infra.Automation.Engines.Embedded;
using Infra.Automation.Local;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>
/// What the verbs about an environment share: which environment and layer, and which engine applies them.
/// </summary>
internal abstract class InfraVerb(App app, string name, string description) : Verb(app, name, description)
{
    private readonly Argument<string> _environment = new("ENV")
    {
        Description = "The environment, as infra/stacks/environments has it: local, dev, staging or prod.",
    };

    private readonly Option<string?> _layer = new("--layer")
    {
        Description = "Only this layer; without it, every layer.",
        HelpName = "LAYER",
    };

    private readonly Option<bool> _rehearse = new("--rehearse")
    {
        Description = "Do everything with made-up ids into a state of its own. Touches nothing real, and says so.",
    };

    protected Option<bool> Json { get; } = CommonOptions.Json();

    protected override void Declare()
    {
        Add(_environment);
        Add(_layer);
        Add(Json);
    }

    /// <summary>
    /// Adds the option that replaces the environment's engine by one that only pretends, and says so.
    /// </summary>
    protected void AddRehearse() => Add(_rehearse);

    protected bool Rehearses(ParseResult parsed) => parsed.GetValue(_rehearse);

    protected string? LayerOf(ParseResult parsed) => parsed.GetValue(_layer);

    protected EnvironmentSettings SettingsOf(ParseResult parsed) =>
        Environments.Read(App, parsed.GetRequiredValue(_environment));

    protected async Task<Graph> RenderAsync(
        EnvironmentSettings settings, ParseResult parsed, CancellationToken cancellationToken) =>
        await new Renderer().RenderAsync(settings, LayerOf(parsed), cancellationToken);

    /// <summary>The engine of a layer: the environment's own, or one that rehearses.</summary>
    /// <param name="settings">The environment.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="s3">Gives the store's client; only the embedded engine asks.</param>
    protected IEngine EngineOf(EnvironmentSettings settings, string layer, ParseResult parsed, Func<IAmazonS3> s3) =>
        settings.Engine switch
        {
            _ when Rehearses(parsed) => EmbeddedEngines.Rehearse(StateFolder, settings.Name, layer, App.Time),
            EmbeddedEngineSettings => EmbeddedEngines.Open(StateFolder, settings.Name, layer, s3, App.Time),
            PulumiEngineSettings pulumi => new PulumiEngine(App.Root, settings.Name, layer, pulumi, App.Time),
            var unknown => throw new InvalidOperationException($"There is no engine for '{unknown}'."),
        };

    /// <summary>The client of this machine's store where the engine will ask for one; else null.</summary>
    protected async Task<IAmazonS3?> ConnectAsync(
        EnvironmentSettings settings, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (settings.Engine is not EmbeddedEngineSettings || Rehearses(parsed))
        {
            return null;
        }

        var connections = await LocalServices.ReadAsync(App.Local, cancellationToken);
        return new AmazonS3Client(
            new BasicAWSCredentials(connections.S3.AccessKey, connections.S3.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = connections.S3Endpoint.AbsoluteUri,
                AuthenticationRegion = settings.Region,
                ForcePathStyle = true,
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            });
    }

    protected static Func<IAmazonS3> Given(IAmazonS3? s3) =>
        () => s3 ?? throw new InvalidOperationException("This operation asks no store, and has no client of one.");

    /// <summary>The layers to work on, in the order in which they are applied.</summary>
    protected IEnumerable<string> LayersOf(ParseResult parsed, EnvironmentSettings settings) =>
        LayerRegistry.Select(LayerOf(parsed), settings).Select(layer => layer.Name);

    private string StateFolder => Path.Combine(App.Local, "state");
}
