using System.Collections.Immutable;
using System.CommandLine;
using Infra.Automation.Comparison;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata diff ENV ENV</c>: how two environments differ, beyond being two.</summary>
internal sealed class DiffVerb(App app) : Verb(
    app,
    "diff",
    "Shows how two environments differ, beyond their names, prefixes, accounts and regions. A difference that no setting "
    + "of their files explains is a finding.")
{
    private readonly Argument<string> _left = new("ENV") { Description = "The environment that is compared with." };

    private readonly Argument<string> _right =
        new("ENV2") { Description = "The environment whose differences are shown." };

    private readonly Option<string?> _layer = new("--layer") { Description = "Only this layer.", HelpName = "LAYER" };

    private readonly Option<bool> _why = new("--why")
    {
        Description = "Also find out which setting makes which difference: renders once more for each of them.",
    };

    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown, for a review." };

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata diff dev prod", "what prod has that dev has not, and what is stronger"),
        new("strata diff dev prod --layer data --why", "and which setting makes which difference"),
        new("strata diff staging prod --markdown >> $GITHUB_STEP_SUMMARY", "in the summary of a CI job"),
        new("strata diff staging prod --json", "for a program"),
    ];

    protected override void Declare()
    {
        Add(_left);
        Add(_right);
        Add(_layer);
        Add(_why);
        Add(_markdown);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_markdown) && parsed.GetValue(_json))
        {
            throw new UsageException("--markdown and --json were given together; choose one of them.");
        }

        var comparison = new EnvironmentComparison(Environments.Folder(App), parsed.GetValue(_layer));
        var (left, right) = (parsed.GetRequiredValue(_left), parsed.GetRequiredValue(_right));
        var difference = parsed.GetValue(_why)
            ? await ExplainAsync(comparison, left, right, cancellationToken)
            : await comparison.CompareAsync(left, right, cancellationToken);
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(difference);
        }
        else if (parsed.GetValue(_markdown))
        {
            Screen.Write(DifferenceMarkdown.Of(difference));
        }
        else
        {
            Show(difference);
        }

        return difference.Unexplained.IsEmpty ? ExitCodes.Done : ExitCodes.Finding;
    }

    private async Task<EnvironmentDifference> ExplainAsync(
        EnvironmentComparison comparison, string left, string right, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine<string>(Screen, App.Time, setting => $"trying the setting '{setting}'");
        return await comparison.ExplainAsync(left, right, progress, cancellationToken);
    }

    private void Show(EnvironmentDifference difference)
    {
        var lines = new Lines(Screen, rehearsal: false);
        lines.Write($"{difference.Left} → {difference.Right}");
        Show(lines, difference.Layers);
        var differing = difference.Layers.Sum(layer => layer.Resources.Length);
        lines.Write(differing == 0 && difference.IsEmpty
            ? $"  no difference in {difference.Same} resources"
            : $"  {differing} resources differ, {difference.Same} are the same");
        if (!difference.Unexplained.IsEmpty)
        {
            lines.Write($"unexplained: '{difference.Left}' with every setting of '{difference.Right}' still differs from "
                + "it. Something asks for the environment's name; make it a setting.");
            Show(lines, difference.Unexplained);
        }
    }

    private static void Show(Lines lines, ImmutableArray<LayerDifference> layers)
    {
        foreach (var layer in layers)
        {
            lines.Write($"  {layer.Layer}");
            foreach (var resource in layer.Resources)
            {
                var (sign, colour) = ChangeMarks.Of(resource.Kind);
                var because = resource.Because.IsEmpty ? "" : $"  ← {string.Join(", ", resource.Because)}";
                lines.Write(colour, $"    {sign} {resource.Name}", $"  {ValueText.Type(resource.Type)}{because}");
                PlanView.Show(lines, resource.Properties, "        ");
            }

            if (!layer.Outputs.IsEmpty)
            {
                lines.Write("    outputs");
                PlanView.Show(lines, layer.Outputs, "        ");
            }
        }
    }
}
