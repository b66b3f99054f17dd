using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Policies;
using Infra.Stacks.Policies;

namespace Infra.Tests.Policies;

/// <summary>
/// The parts of SARIF 2.1.0 that the format requires, and those that code scanning needs on top. (The schema itself is
/// in no package; the log was validated against it by hand.)
/// </summary>
[Collection(nameof(SerialRendering))]
public sealed class SarifTests(RenderedEnvironments rendered) : IClassFixture<RenderedEnvironments>
{
    private static readonly Suppression _suppression = new(
        "STRATA-PROT-002", "prod.*/*", "platform", "It is empty.", "PLAT-7", new(2026, 12, 31));

    [Fact]
    public async Task Every_finding_is_a_result_with_its_rule_its_place_and_a_fingerprint()
    {
        var run = await RunAsync([]);
        var rules = run.At("tool.driver.rules") ?? default;
        Assert.Equal(PolicyCatalogue.Rules.Length, rules.GetArrayLength());
        Assert.All(rules.EnumerateArray(), rule =>
        {
            Assert.NotNull(rule.At("shortDescription.text").AsText());
            Assert.Contains(rule.At("defaultConfiguration.level").AsText(), (string[])["note", "warning", "error"]);
        });

        var results = run.Items("results").ToList();
        Assert.Equal(2, results.Count);
        Assert.All(results, result =>
        {
            Assert.Equal(result.Text("ruleId"), rules[result.GetProperty("ruleIndex").GetInt32()].Text("id"));
            Assert.NotNull(result.At("message.text").AsText());
            Assert.Equal("infra/stacks/environments/prod.yaml",
                result.At("locations[0].physicalLocation.artifactLocation.uri").AsText());
            Assert.Equal(1, result.At("locations[0].physicalLocation.region.startLine").AsNumber());
            Assert.StartsWith("urn:pulumi:prod.evidence::",
                result.At("locations[0].logicalLocations[0].fullyQualifiedName").AsText());
            Assert.Matches("^[0-9a-f]{64}$", result.GetProperty("partialFingerprints").Text("strataFinding/v1"));
            Assert.Null(result.Member("suppressions"));
        });
    }

    [Fact]
    public async Task What_is_suppressed_is_there_as_suppressed()
    {
        var results = (await RunAsync([_suppression])).Items("results").ToList();

        Assert.Equal(2, results.Count);
        var suppressed = Assert.Single(results, result => result.Member("suppressions") is not null);
        Assert.Equal("STRATA-PROT-002", suppressed.Text("ruleId"));
        Assert.Equal("external", suppressed.At("suppressions[0].kind").AsText());
        Assert.Contains("PLAT-7", suppressed.At("suppressions[0].justification").AsText(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> RunAsync(IReadOnlyList<Suppression> suppressions)
    {
        var (graph, settings) = await rendered.OfAsync("prod");
        var edit = new GraphEdit(graph);
        edit.Set(AwsTypes.Bucket, "vault-primary", "forceDestroy", true);
        edit.Set(AwsTypes.Key, "vault-key", "enableKeyRotation", false);
        var report = PolicyCheck.Run(edit.Result, settings, suppressions, new(2026, 11, 21));
        var log = JsonElement.Parse(SarifLog.Write(report, "1.0.0"));
        Assert.Equal("2.1.0", log.Text("version"));
        return Assert.Single(log.Items("runs"));
    }
}
