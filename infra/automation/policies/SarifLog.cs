using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Automation.Json;
using Infra.Stacks.Policies;

namespace Infra.Automation.Policies;

/// <summary>
/// A report as SARIF 2.1.0 (OASIS), which code scanning tools read. What is suppressed is there too, as suppressed.
/// </summary>
public static class SarifLog
{
    private const string Home = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/";

    /// <summary>The log, as JSON with a line feed at its end.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">The version of strata.</param>
    public static string Write(PolicyReport report, string version)
    {
        var rules = PolicyCatalogue.Rules;
        var log = new JsonObject
        {
            ["$schema"] = $"{Home}sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "strata policy",
                        ["version"] = version,
                        ["rules"] = new JsonArray([.. rules.Select(Rule)]),
                    },
                },
                ["automationDetails"] = new JsonObject { ["id"] = $"strata-policy/{report.Environment}/" },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray(
                [
                    .. report.Findings.Select(finding => Result(report, finding, null)),
                    .. report.Suppressed.Select(pair => Result(report, pair.Finding, pair.Suppression)),
                ]),
            }),
        };
        return CanonicalJson.Write(log.Deserialize<JsonElement>());
    }

    private static JsonObject Rule(PolicyRule rule) => new JsonObject
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Text(rule.Title),
        ["fullDescription"] = Text(rule.Reason),
        ["help"] = Text(rule.Remedy),
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
        ["properties"] = new JsonObject
        {
            ["tags"] = new JsonArray(["security", .. rule.Controls.Select(control => JsonValue.Create(control))]),
            // GitHub reads it on the scale of CVSS.
            ["security-severity"] = Score(rule.Severity).ToString("0.0", CultureInfo.InvariantCulture),
        },
    };

    private static JsonObject Result(PolicyReport report, PolicyFinding finding, Suppression? suppression)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.RuleId,
            ["ruleIndex"] = PolicyCatalogue.Rules.IndexOf(finding.Rule),
            ["level"] = Level(finding.Severity),
            ["message"] = Text($"{finding.Title} {finding.Place}, {finding.Path}: {finding.Found}. {finding.Remedy}"),
            ["locations"] = new JsonArray(new JsonObject
            {
                // A resource has no line of its own: it is what a program makes of the environment's file. Code
                // scanning shows a result only where there is a file.
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject
                    {
                        ["uri"] = $"infra/stacks/environments/{report.Environment}.yaml",
                        ["uriBaseId"] = "%SRCROOT%",
                    },
                    ["region"] = new JsonObject { ["startLine"] = 1 },
                },
                ["logicalLocations"] = new JsonArray(new JsonObject
                {
                    ["name"] = finding.Name,
                    ["fullyQualifiedName"] = finding.Urn,
                    ["kind"] = "resource",
                }),
            }),
            ["partialFingerprints"] = new JsonObject
            {
                ["strataFinding/v1"] =
                    CanonicalJson.Digest($"{finding.RuleId}\n{finding.Urn}\n{finding.Path}"),
            },
        };
        if (suppression is not null)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["status"] = "accepted",
                ["justification"] = $"{suppression.Reason} ({suppression.Owner}, {suppression.Ticket}, until "
                    + $"{suppression.Expires:yyyy-MM-dd})",
            });
        }

        return result;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Critical or PolicySeverity.High => "error",
        PolicySeverity.Medium => "warning",
        PolicySeverity.Low => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "An unknown severity."),
    };

    private static double Score(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Critical => 9.5,
        PolicySeverity.High => 8,
        PolicySeverity.Medium => 5,
        PolicySeverity.Low => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "An unknown severity."),
    };
}
