using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Slo;
using Infra.Components.Workloads;
using Infra.Stacks.Environments;
using Infra.Stacks.Slos;

namespace Infra.Stacks.Workloads;

/// <summary>What a release of a workload is judged by: the declared objectives of its service.</summary>
internal static class WorkloadChecks
{
    /// <summary>The checks of a service: the share that its rules record, within what its objective allows.</summary>
    public static IReadOnlyList<CanaryCheck> Of(string service, EnvironmentSettings environment)
    {
        // Who is told and where runbooks are is not asked of it here.
        var observed = new ObservedEnvironment(
            environment.Name, environment.Partition, environment.Region, environment.Account, environment.Prefix,
            Pages: false, Repository: "")
        {
            Promises = environment.Platform?.Observability.Promises ?? environment.Name,
        };
        return
        [
            .. PlatformSlos.Objectives.Where(slo => slo.Service == service).Select(slo => new CanaryCheck(
                slo.Name,
                new SloSeries(slo, observed).Ratio(SloSeries.Sample),
                1 - slo.ObjectiveOf(observed),
                // What is silent for longer than a sample in everyday use says nothing by being silent now.
                slo.SilentAfter.Length > SloSeries.Sample.Length)),
        ];
    }
}
