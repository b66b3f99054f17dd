using System.CommandLine;
using Infra.Automation.Policies;
using Infra.Automation.Rendering;
using Infra.Stacks.Layers;
using Infra.Stacks.Policies;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata policy ENV</c>: what an environment would break. Needs no credentials.</summary>
internal sealed class PolicyVerb(App app)
    : Verb(app, "policy", "Checks everything an environment would have against the policies, without a cloud.")
{
    private readonly Argument<string?> _environment = new("ENV")
    {
        Description = "The environment, as infra/stacks/environments has it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _layer = new("--layer")
    {
        Description = "Only the findings in this layer.",
        HelpName = "LAYER",
    };

    private readonly Option<bool> _sarif = new("--sarif")
    {
        Description = "Write SARIF 2.1.0, for code scanning, to standard output.",
    };

    private readonly Option<bool> _rules = new("--rules")
    {
        Description = "List the rules instead of checking anything; takes no ENV.",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata policy prod", "what prod would break; exit code 1 if there is anything"),
        new("strata policy prod --layer evidence --sarif", "one layer, for code scanning"),
        new("strata policy --rules", "every rule, with its remedy and the controls it serves"),
    ];

    protected override void Declare()
    {
        Add(_environment);
        Add(_layer);
        Add(_sarif);
        Add(_rules);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_json) && parsed.GetValue(_sarif))
        {
            throw new UsageException("Standard output takes one document: give --json or --sarif, not both.");
        }

        var environment = parsed.GetValue(_environment);
        if (parsed.GetValue(_rules))
        {
            return environment is null
                ? ListRules(parsed.GetValue(_json))
                : throw new UsageException($"--rules lists the rules and checks nothing: leave '{environment}' out.");
        }

        // Everything that can be wrong in a file is found before anything renders.
        var settings = Environments.Read(
            App, environment ?? throw new UsageException("Which environment? Type `strata policy ENV`, or --rules."));
        var layer = parsed.GetValue(_layer);
        _ = LayerRegistry.Select(layer, settings);
        var suppressions = SuppressionFile.Read(FileOf(), [.. PolicyCatalogue.Rules.Select(rule => rule.Id)]);

        var graph = await new Renderer().RenderAsync(settings, null, cancellationToken);
        var today = DateOnly.FromDateTime(App.Time.GetUtcNow().UtcDateTime);
        var report = PolicyCheck.Run(graph, settings, suppressions, today, layer);
        if (parsed.GetValue(_sarif))
        {
            Screen.Write(SarifLog.Write(report, VersionVerb.Current));
        }
        else if (parsed.GetValue(_json))
        {
            Screen.WriteJson(report);
        }
        else
        {
            PolicyView.Show(new Lines(Screen, rehearsal: false), report);
        }

        return report.Findings.IsEmpty ? ExitCodes.Done : ExitCodes.Finding;
    }

    private int ListRules(bool json)
    {
        if (json)
        {
            Screen.WriteJson(PolicyCatalogue.Rules);
        }
        else
        {
            Screen.Write(PoliciesPage.Render());
        }

        return ExitCodes.Done;
    }

    /// <summary>The checkout's file, else the one that strata was built with.</summary>
    private string FileOf()
    {
        var checkout = Path.Combine(App.Root, "infra", "stacks", "policies", "suppressions.yaml");
        return File.Exists(checkout)
            ? Path.GetRelativePath(Environment.CurrentDirectory, checkout)
            : SuppressionFile.Built;
    }
}
