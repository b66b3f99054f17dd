using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;

namespace Strata.Cli.Infra;

/// <summary>Shows a plan: a line for each resource that changes, with its properties below.</summary>
internal static class PlanView
{
    public static void Show(Lines lines, Plan plan)
    {
        lines.Write($"{plan.Environment}.{plan.Layer} ({Basis(plan)})");
        foreach (var change in plan.Changes)
        {
            var (sign, colour) = ChangeMarks.Of(change.Kind);
            lines.Write(colour, $"  {sign} {change.Name}", $"  {ValueText.Type(change.Type)}");
            Show(lines, change.Properties, "      ");
        }

        lines.Write(plan.Changes.IsEmpty
            ? $"  nothing to change, {plan.Unchanged} unchanged"
            : $"  {ChangeMarks.Summary(plan.Changes, plan.Unchanged, done: false)}");
    }

    public static void Show(Lines lines, ImmutableArray<PropertyChange> properties, string indent)
    {
        foreach (var property in properties)
        {
            var (sign, colour) = ChangeMarks.Of(property.Kind);
            var values = property switch
            {
                { Old: null, New: null } => "", // The engine reports the place only.
                { Kind: PropertyChangeKind.Changed } =>
                    $": {ValueText.Of(property.Old)} → {ValueText.Of(property.New)}",
                _ => $": {ValueText.Of(property.New ?? property.Old)}",
            };
            lines.Write(colour, $"{indent}{sign} {property.Path}", values);
        }
    }

    private static string Basis(Plan plan) => plan.Basis switch
    {
        PlanBasis.State => $"{plan.Engine} engine, compared with its state",
        PlanBasis.Nothing => $"{plan.Engine} engine, nothing deployed yet",
        PlanBasis.NotRead =>
            "rendered only: the deployed state was not read, so everything counts as new; --live reads it",
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.Basis, "An unknown basis of a plan."),
    };
}
