using Infra.Components.Observability.Alertmanager;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Text;
using Infra.Stacks.Slos;

namespace Infra.Tests.Observability;

/// <summary>Prometheus' and Alertmanager's own tools read what is rendered.</summary>
public sealed class RuleCheckTests
{
    public static TheoryData<string> Environments() => [.. SampleEnvironments.All.Select(e => e.Name)];

    /// <summary>An alert's labels, and the receivers that must get it.</summary>
    public static TheoryData<string, string, string> Routes() => new()
    {
        { "prod", "environment=prod owner=platform severity=page", "page-platform" },
        { "prod", "environment=prod owner=evidence severity=page", "page-evidence" },
        { "prod", "environment=prod owner=data severity=page", "page-data" },
        { "prod", "environment=prod owner=platform severity=ticket", "ticket-platform" },
        { "prod", "environment=prod owner=evidence severity=ticket", "ticket-evidence" },
        { "prod", "environment=prod owner=data severity=ticket", "ticket-data" },
        { "prod", "environment=prod owner=platform severity=heartbeat", "heartbeat" },
        { "prod", "environment=prod owner=nobody severity=page", "unrouted" },
        { "prod", "environment=prod owner=platform severity=loud", "unrouted" },
        { "prod", "environment=dev owner=platform severity=page", "unrouted" },
        { "prod", "alertname=Stray", "unrouted" },
        { "dev", "environment=dev owner=data severity=ticket", "ticket-data" },
        { "dev", "environment=dev owner=data severity=page", "unrouted" },
        { "staging", "environment=staging owner=platform severity=heartbeat", "heartbeat" },
    };

    [RuleToolTheory]
    [MemberData(nameof(Environments))]
    public async Task Promtool_takes_the_rules(string environment)
    {
        using var tool = new RuleTool();
        var rules = PlatformSlos.Plan(SampleEnvironments.Of(environment)).Rules;

        await tool.Passes("promtool", "check", "rules", "--lint=all", "--lint-fatal",
            tool.Write("rules.yaml", CanonicalYaml.Write(rules.ToJson())));
    }

    [RuleToolFact]
    public async Task Promtool_refuses_a_rule_that_is_broken()
    {
        using var tool = new RuleTool();
        var rules = CanonicalYaml.Write(PlatformSlos.Plan(SampleEnvironments.Prod).Rules.ToJson());

        var (exitCode, output) = await tool.Run(
            "promtool", "check", "rules", tool.Write("rules.yaml", rules.Replace("sum(rate(", "sum(rat(")));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("unknown function", output, StringComparison.Ordinal);
    }

    [RuleToolTheory]
    [MemberData(nameof(Environments))]
    public async Task Amtool_takes_the_routes(string environment)
    {
        using var tool = new RuleTool();

        await tool.Passes("amtool", "check-config", Config(tool, environment));
    }

    [RuleToolFact]
    public async Task A_receiver_with_a_secret_names_its_file()
    {
        using var tool = new RuleTool();
        var topic = new SnsNotifier("arn:aws:sns:eu-central-1:777788889999:tickets", "eu-central-1");
        var config = AlertmanagerConfig.Render(
            new("prod", [new("sales", [new PagerDutyNotifier(new("pagerduty-sales"))], [topic])], topic, topic));

        var yaml = CanonicalYaml.Write(config);

        await tool.Passes("amtool", "check-config", tool.Write("alertmanager.yaml", yaml));

        Assert.Contains(
            "routing_key_file: '/etc/alertmanager/secrets/pagerduty-sales'", yaml, StringComparison.Ordinal);
    }

    [RuleToolTheory]
    [MemberData(nameof(Routes))]
    public async Task An_alert_goes_to_whom_it_concerns(string environment, string labels, string receiver)
    {
        using var tool = new RuleTool();

        await tool.Passes(
            "amtool",
            [
                "config", "routes", "test",
                $"--config.file={Config(tool, environment)}", $"--verify.receivers={receiver}", .. labels.Split(' '),
            ]);
    }

    [RuleToolFact]
    public async Task Every_alert_of_every_environment_has_a_route_of_its_own()
    {
        foreach (var environment in SampleEnvironments.All)
        {
            using var tool = new RuleTool();
            var config = Config(tool, environment.Name);
            var labels = PlatformSlos.Plan(environment).Rules.Groups.SelectMany(g => g.Rules)
                .OfType<AlertingRule>().Select(RoutedBy).Distinct();
            foreach (var alert in labels)
            {
                var (exitCode, output) = await tool.Run(
                    "amtool", ["config", "routes", "test", $"--config.file={config}", .. alert.Split(' ')]);
                Assert.Equal(0, exitCode);
                Assert.DoesNotContain("unrouted", output, StringComparison.Ordinal);
            }
        }
    }

    private static string RoutedBy(AlertingRule alert) => string.Join(
        ' ', ((string[])[Labels.Environment, Labels.Owner, Labels.Severity]).Select(l => $"{l}={alert.Labels[l]}"));

    private static string Config(RuleTool tool, string environment) => tool.Write(
        "alertmanager.yaml", CanonicalYaml.Write(PlatformSlos.Plan(SampleEnvironments.Of(environment)).Alertmanager));
}
