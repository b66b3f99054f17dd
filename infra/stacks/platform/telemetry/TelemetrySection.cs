using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Components.Telemetry.Alerting;
using Infra.Stacks.Environments;
using Infra.Stacks.Slos;

namespace Infra.Stacks.Platform.Telemetry;

/// <summary>Reads the section <c>platform.observability</c> of an environment file.</summary>
internal static partial class TelemetrySection
{
    private const int MostReplicas = 20;
    private const int SmallestVolumeGiB = 10;
    private const int LargestVolumeGiB = 2000;
    private const int MostMetricDays = 1095; // What Managed Prometheus keeps at most.

    public static TelemetrySettings Read(YamlSection section)
    {
        var pages = section.Flag("pages");
        var promises = section.Text("promises", Promises(), "one of dev, staging, prod");
        var repository = section.Text("repository", Repository(), "a repository on github.com: OWNER/NAME");
        var logs = section.LogPeriod("logs");
        var metrics = section.Period("metrics", 1, MostMetricDays);
        var gateway = section.Section("gateway");
        var prometheus = section.Section("prometheus");
        var settings = new TelemetrySettings
        {
            Pages = pages,
            Promises = promises,
            Repository = repository,
            Logs = logs,
            Metrics = metrics,
            GatewayMinimum = gateway.Number("minimum", 1, MostReplicas),
            GatewayMaximum = gateway.Number("maximum", 1, MostReplicas),
            PrometheusReplicas = prometheus.Number("replicas", 1, 2),
            PrometheusVolumeGiB = prometheus.Number("volumeGiB", SmallestVolumeGiB, LargestVolumeGiB),
            AlertmanagerReplicas = section.Number("alertmanagers", 1, 3),
            Subscribers = Subscribers(section.Section("subscribers"), pages),
        };
        gateway.Done();
        prometheus.Done();
        section.Done();
        if (settings.GatewayMinimum > settings.GatewayMaximum)
        {
            gateway.Wrong("maximum", string.Create(
                CultureInfo.InvariantCulture,
                $"'platform.observability.gateway.maximum' is {settings.GatewayMaximum}; allowed is "
                + $"{settings.GatewayMinimum} or more, as 'minimum' says."));
        }

        return settings;
    }

    /// <summary>Every topic is there, and somebody hears each: an alert that nobody hears is none.</summary>
    private static Dictionary<string, IReadOnlyList<AlertSubscriber>> Subscribers(YamlSection section, bool pages)
    {
        var subscribers = PlatformContacts.Topics(pages).ToDictionary(
            topic => topic,
            topic => (IReadOnlyList<AlertSubscriber>)
            [
                .. section.Texts(topic, Address(), "an e-mail address or an HTTPS address")
                    .Select(address => new AlertSubscriber(address)),
            ]);
        section.Done();
        return subscribers;
    }

    [GeneratedRegex(@"\A(dev|staging|prod)\z")]
    private static partial Regex Promises();

    [GeneratedRegex(@"\A[A-Za-z0-9](-?[A-Za-z0-9]){0,38}/[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex Repository();

    [GeneratedRegex(@"\A(https://[a-z0-9.-]+(/[^\s?#]*)?|[A-Za-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+)\z")]
    private static partial Regex Address();
}
