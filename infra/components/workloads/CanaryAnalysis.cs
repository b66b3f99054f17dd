using System.Globalization;
using Infra.Components.Certificates;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Workloads.Resources;

namespace Infra.Components.Workloads;

/// <summary>The measurements behind a canary step.</summary>
internal static class CanaryAnalysis
{
    /// <summary>Measurements of each check: five, a minute apart, of which one may be bad.</summary>
    private const int Measurements = 5;
    private const int MayFail = 1;
    private const int MayError = 3;
    private const string Minute = "1m";

    private static readonly string _prometheusHost =
        ServiceNames.Qualified("prometheus", PlatformWorkloads.Prometheus.Namespace);

    private static readonly string _prometheus = string.Create(
        CultureInfo.InvariantCulture, $"http://{_prometheusHost}:{PlatformPorts.PrometheusApi.Number}");

    /// <summary>What a template says.</summary>
    public static AnalysisTemplateSpecArgs Spec(IEnumerable<CanaryCheck> checks) =>
        new() { Metrics = checks.Select(Metric).ToArray() };

    private static AnalysisMetricArgs Metric(CanaryCheck check)
    {
        var budget = check.Budget.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Name = check.Name,
            Interval = Minute,
            Count = Measurements,
            FailureLimit = MayFail,
            InconclusiveLimit = check.MayBeSilent ? Measurements : 0,
            ConsecutiveErrorLimit = MayError,
            SuccessCondition = $"len(result) > 0 && result[0] <= {budget}",
            FailureCondition = $"len(result) > 0 && result[0] > {budget}",
            Provider = new AnalysisProviderArgs
            {
                Prometheus = new PrometheusQueryArgs { Address = _prometheus, Query = check.BadShare },
            },
        };
    }
}
