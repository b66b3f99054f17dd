using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary>A verb on the evidence of one environment.</summary>
internal abstract class EvidenceVerb(App app, string name, string description) : Verb(app, name, description)
{
    private readonly Option<string> _environment = new("--env", "-e")
    {
        Description = "Environment whose vault is meant.",
        HelpName = "ENVIRONMENT",
        DefaultValueFactory = _ => "local",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    protected override void Declare()
    {
        Add(_environment);
        Add(_json);
    }

    protected bool Json(ParseResult parsed) => parsed.GetValue(_json);

    protected Task<EvidenceSession> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        EvidenceSession.OpenAsync(App, parsed.GetRequiredValue(_environment), cancellationToken);
}
