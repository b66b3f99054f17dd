namespace Infra.Components.Charts.Pods;

/// <summary>The service account of a chart's pods. Never made by the chart: see the README beside the charts.</summary>
/// <param name="Name">Its name.</param>
public sealed record ServiceAccountRef(string Name)
{
    /// <summary>False. Whether the chart makes it.</summary>
    public bool Create { get; }

    /// <summary>The one that the declared flows name.</summary>
    public static ServiceAccountRef Of(Flows.Workload workload) => new(workload.ServiceAccount);
}
