using System.Text.Json.Nodes;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;

namespace Infra.Tests.Charts;

/// <summary>
/// The declared flows select pods by labels and open ports by number: what the charts make of our values must be what
/// is declared. What a chart's templates write themselves is said here as a fact, with the rest read from the values.
/// </summary>
public sealed class DeclaredNamesTests
{
    private const string Name = "app.kubernetes.io/name";
    private const string Component = "app.kubernetes.io/component";

    public static TheoryData<string> Charted => [.. Made.Keys];

    /// <summary>What the charts make, by the declared name.</summary>
    private static IReadOnlyDictionary<string, Pods> Made { get; } = All().ToDictionary(
        pods => pods.Workload.Name, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Charted))]
    public void Pods_have_the_declared_labels(string workload) => Assert.All(
        Made[workload].Workload.Labels,
        label => Assert.Equal(label.Value, Made[workload].Labels.GetValueOrDefault(label.Key)));

    [Theory]
    [MemberData(nameof(Charted))]
    public void Pods_run_as_the_declared_service_account(string workload) =>
        Assert.Equal(Made[workload].Workload.ServiceAccount, Made[workload].ServiceAccount);

    [Theory]
    [MemberData(nameof(Charted))]
    public void Pods_listen_on_the_declared_ports(string workload) => Assert.All(
        Made[workload].Workload.Ports,
        port => Assert.Contains(port.Number, Made[workload].Ports));

    [Fact]
    public void Every_declared_workload_of_these_charts_namespaces_is_compared() => Assert.Equal(
        PlatformWorkloads.All.Where(workload => workload.Namespace
            is "temporal" or "vault" or "external-secrets" or "cert-manager" or "argo-rollouts")
            .Append(LoadBalancerController)
            // No chart's: its component has labels and account from the declaration itself.
            .Where(workload => workload != VaultConfiguration)
            .Select(workload => workload.Name)
            .Order(StringComparer.Ordinal),
        Made.Keys.Order(StringComparer.Ordinal));

    private static IEnumerable<Pods> All() =>
        [.. Temporal(), .. Vault(), .. ExternalSecretsPods(), .. CertManagerPods(), .. Single()];

    private static IEnumerable<Pods> Temporal()
    {
        var values = SampleCharts.Temporal(3);
        const int WebPort = 8080; // Written in the template.
        const int MetricsPort = 9090; // Written in the template beside the port that is said in the values.
        Assert.Equal($"0.0.0.0:{MetricsPort}", Text(values, "server/config/metrics/prometheus/listenAddress"));
        var account = Text(values, "serviceAccount/name");
        (Workload Workload, string Component)[] services =
        [
            (TemporalFrontend, "frontend"), (TemporalHistory, "history"), (TemporalMatching, "matching"),
            (TemporalWorker, "worker"),
        ];
        (Workload Workload, string Component, int[] Ports)[] pods =
        [
            .. services.Select(service => (service.Workload, service.Component, (int[])
            [
                Port(values, $"server/{service.Component}/service/port"),
                Port(values, $"server/{service.Component}/service/membershipPort"),
                MetricsPort,
            ])),
            (TemporalWeb, "web", [WebPort]), (TemporalTools, "admintools", []), (TemporalSchema, "database", []),
        ];
        return pods.Select(pod => new Pods(pod.Workload, Labels("temporal", pod.Component), account, pod.Ports));
    }

    private static IEnumerable<Pods> Vault()
    {
        var values = SampleCharts.Vault(3);
        return
        [
            // The chart's ports are written in its template; what the server listens on is in its configuration.
            new(PlatformWorkloads.Vault, Labels("vault", (string?)values.At("server/extraLabels")?[Component]),
                Text(values, "server/serviceAccount/name"), [8200, 8201]),
            // The chart makes this account itself, after the release.
            new(VaultInjector,
                Labels("vault-agent-injector", (string?)values.At("injector/extraLabels")?[Component]),
                "vault-agent-injector", [Port(values, "injector/port")]),
        ];
    }

    private static IEnumerable<Pods> ExternalSecretsPods()
    {
        var values = SampleCharts.ExternalSecrets(3);
        return
        [
            new(ExternalSecrets, Labels("external-secrets"), Text(values, "serviceAccount/name"),
                [Port(values, "metrics/listen/port")]),
            new(ExternalSecretsWebhook, Labels("external-secrets-webhook"),
                Text(values, "webhook/serviceAccount/name"),
                [Port(values, "webhook/port"), Port(values, "webhook/metrics/listen/port")]),
            new(ExternalSecretsCertificates, Labels("external-secrets-cert-controller"),
                Text(values, "certController/serviceAccount/name"),
                [Port(values, "certController/metrics/listen/port")]),
        ];
    }

    private static IEnumerable<Pods> CertManagerPods()
    {
        const int Metrics = 9402; // Written in the templates.
        var values = SampleCharts.CertManager(3);
        return
        [
            new(CertManager, Labels("cert-manager", "controller"), Text(values, "serviceAccount/name"), [Metrics]),
            new(CertManagerWebhook, Labels("webhook", "webhook"), Text(values, "webhook/serviceAccount/name"),
                [Port(values, "webhook/securePort"), Metrics]),
            new(CertManagerInjector, Labels("cainjector", "cainjector"),
                Text(values, "cainjector/serviceAccount/name"), [Metrics]),
        ];
    }

    private static IEnumerable<Pods> Single()
    {
        var rollouts = SampleCharts.Rollouts(3);
        var balancers = SampleCharts.LoadBalancers(3);
        return
        [
            new(ArgoRollouts, Labels("argo-rollouts", "rollouts-controller"),
                Text(rollouts, "serviceAccount/name"), [Port(rollouts, "controller/containerPorts/metrics")]),
            new(LoadBalancerController, Labels("aws-load-balancer-controller"),
                Text(balancers, "serviceAccount/name"),
                [
                    Port(balancers, "webhookBindPort"),
                    int.Parse(Text(balancers, "metricsBindAddr").TrimStart(':'), null),
                ]),
        ];
    }

    private static Dictionary<string, string> Labels(string name, string? component = null) => component is null
        ? new() { [Name] = name }
        : new() { [Name] = name, [Component] = component };

    private static string Text(JsonObject values, string path) =>
        (string?)values.At(path) ?? throw new InvalidOperationException($"There is no '{path}' in the values.");

    private static int Port(JsonObject values, string path) => (int?)values.At(path) ?? 0;

    /// <summary>What a chart makes.</summary>
    private sealed record Pods(
        Workload Workload, IReadOnlyDictionary<string, string> Labels, string ServiceAccount, IReadOnlyList<int> Ports);
}
