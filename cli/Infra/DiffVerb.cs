using System.CommandLine;
using Infra.Automation.Comparison;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata diff ENV ENV</c>: how two environments differ, beyond being two.</summary>
internal sealed class DiffVerb(App app)
    : Verb(app, "diff", "Shows how two environments differ, beyond their names, prefixes, accounts and regions.")
{
    private readonly Argument<string> _left = new("ENV") { Description = "The environment that is compared with." };

    private readonly Argument<string> _right =
        new("ENV2") { Description = "The environment whose differences are shown." };

    private readonly Option<string?> _layer = new("--layer") { Description = "Only this layer.", HelpName = "LAYER" };

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata diff dev prod", "what prod has that dev has not, and what is stronger"),
        new("strata diff staging prod --json", "the same for a program"),
    ];

    protected override void Declare()
    {
        Add(_left);
        Add(_right);
        Add(_layer);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (left, right) = (Read(parsed.GetRequiredValue(_left)), Read(parsed.GetRequiredValue(_right)));
        var layer = parsed.GetValue(_layer);
        var difference = GraphComparison.Compare(
            left,
            await new Renderer().RenderAsync(left, layer, cancellationToken),
            right,
            await new Renderer().RenderAsync(right, layer, cancellationToken));
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(difference);
        }
        else
        {
            Show(difference);
        }

        return ExitCodes.Done;

        EnvironmentSettings Read(string name) => Environments.Read(App, name);
    }

    private void Show(EnvironmentDifference difference)
    {
        var lines = new Lines(Screen, rehearsal: false);
        lines.Write($"{difference.Left} → {difference.Right}");
        foreach (var layer in difference.Layers)
        {
            lines.Write($"  {layer.Layer}");
            foreach (var resource in layer.Resources)
            {
                var (sign, colour) = ChangeMarks.Of(resource.Kind);
                lines.Write(colour, $"    {sign} {resource.Name}", $"  {ValueText.Type(resource.Type)}");
                PlanView.Show(lines, resource.Properties, "        ");
            }

            if (!layer.Outputs.IsEmpty)
            {
                lines.Write("    outputs");
                PlanView.Show(lines, layer.Outputs, "        ");
            }
        }

        var differing = difference.Layers.Sum(layer => layer.Resources.Length);
        lines.Write(differing == 0 && difference.IsEmpty
            ? $"  no difference in {difference.Same} resources"
            : $"  {differing} resources differ, {difference.Same} are the same");
    }
}
