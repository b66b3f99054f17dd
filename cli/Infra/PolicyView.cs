using Infra.Automation.Policies;
using Infra.Stacks.Policies;

namespace Strata.Cli.Infra;

/// <summary>Shows a report: the gravest first, each rule once, with the places that break it.</summary>
internal static class PolicyView
{
    public static void Show(Lines lines, PolicyReport report)
    {
        foreach (var severity in report.Findings.GroupBy(finding => finding.Severity))
        {
            lines.Write(Colour(severity.Key), $"{severity.Key}".ToUpperInvariant(), "");
            foreach (var rule in severity.GroupBy(finding => finding.Rule))
            {
                Show(lines, rule.Key, rule);
            }
        }

        foreach (var (finding, suppression) in report.Suppressed)
        {
            lines.Write("grey", "suppressed", $"  {finding.RuleId}  {finding.Place}  until {Until(suppression)}: "
                + suppression.Reason);
        }

        Show(lines, "yellow", "expired", report.Expired);
        Show(lines, "yellow", "unused", report.Unused);
        lines.Write($"{report.Environment}: {Count(report.Findings.Length, "finding")}, "
            + $"{report.Suppressed.Length} suppressed; {report.Rules.Length} rules over "
            + $"{Count(report.Resources, "resource")} of {string.Join(", ", report.Layers)}");
    }

    private static void Show(Lines lines, PolicyRule rule, IEnumerable<PolicyFinding> findings)
    {
        lines.Write("bold", $"  {rule.Id}", $"  {rule.Title}");
        foreach (var finding in findings)
        {
            lines.Write($"      {finding.Place}  {ValueText.Type(finding.Type)}");
            lines.Write($"        {finding.Path}: {finding.Found}");
        }

        lines.Write($"    why:    {rule.Reason}");
        lines.Write($"    remedy: {rule.Remedy}");
        lines.Write($"    serves: {string.Join(", ", rule.Controls)}");
    }

    private static void Show(Lines lines, string colour, string word, IEnumerable<Suppression> suppressions)
    {
        foreach (var suppression in suppressions)
        {
            lines.Write(colour, word, $"  suppression of {suppression.Rule} for {suppression.Resource}, until "
                + Until(suppression));
        }
    }

    private static string Until(Suppression suppression) =>
        $"{suppression.Expires:yyyy-MM-dd} ({suppression.Owner}, {suppression.Ticket})";

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Colour(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Critical or PolicySeverity.High => "red",
        PolicySeverity.Medium => "yellow",
        PolicySeverity.Low => "blue",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "An unknown severity."),
    };
}
