using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Infra.Automation.Comparison;
using Infra.Automation.Engines.Plans;

namespace Strata.Cli.Infra;

/// <summary>A comparison of two environments as a reviewer reads it: a table per layer.</summary>
internal static class DifferenceMarkdown
{
    public static string Of(EnvironmentDifference difference)
    {
        var text = new StringBuilder();
        text.Append($"# {difference.Left} → {difference.Right}\n\n");
        text.Append(difference.IsEmpty
            ? $"No difference in {difference.Same} resources.\n"
            : $"{difference.Layers.Sum(layer => layer.Resources.Length)} resources differ, {difference.Same} are the "
                + "same.\n");
        if (!difference.Unexplained.IsEmpty)
        {
            text.Append($"\n## ❌ Unexplained\n\n'{difference.Left}' with every setting of '{difference.Right}' still "
                + "differs from it. Something asks for the environment's name; make it a setting.\n");
            Layers(text, difference.Unexplained, "###");
        }

        Layers(text, difference.Layers, "##");
        return text.ToString();
    }

    private static void Layers(StringBuilder text, ImmutableArray<LayerDifference> layers, string heading)
    {
        foreach (var layer in layers)
        {
            text.Append($"\n{heading} {layer.Layer}\n\n| | resource | what | because of |\n| --- | --- | --- | --- |\n");
            foreach (var resource in layer.Resources)
            {
                text.Append($"| {ChangeMarks.Of(resource.Kind).Sign} | `{resource.Name}` {ValueText.Type(resource.Type)} "
                    + $"| {Changes(resource.Properties)} | {string.Join("<br>", resource.Because.Select(Code))} |\n");
            }

            if (!layer.Outputs.IsEmpty)
            {
                text.Append($"| ~ | outputs | {Changes(layer.Outputs)} | |\n");
            }
        }
    }

    private static string Changes(ImmutableArray<PropertyChange> changes) =>
        string.Join("<br>", changes.Select(change => change.Kind switch
        {
            PropertyChangeKind.Changed => $"{Code(change.Path)}: {Value(change.Old)} → {Value(change.New)}",
            PropertyChangeKind.Added => $"+ {Code(change.Path)}: {Value(change.New)}",
            _ => $"- {Code(change.Path)}: {Value(change.Old)}",
        }));

    private static string Value(JsonElement? value) => Code(ValueText.Of(value));

    /// <summary>As code, in which neither a bar nor a backtick ends the cell.</summary>
    private static string Code(string text) => $"`{text.Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";
}
