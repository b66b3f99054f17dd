using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal.Values;

/// <summary>
/// The values of chart temporal 1.6.0, as far as they are used. The chart has no schema of its own and takes a typo in
/// silence; <c>values.schema.json</c> beside the component is written for it.
/// </summary>
internal sealed record TemporalValues : ChartValues
{
    /// <summary>What names of Deployments and Services start with.</summary>
    public required string FullnameOverride { get; init; }

    /// <summary>
    /// Never made by the chart, whose own is a pre-install hook whatever <c>useHelmHooks</c> says: made again at every
    /// upgrade, and nothing that Pod Identity could be bound to.
    /// </summary>
    public required ServiceAccountRef ServiceAccount { get; init; }

    public required ServerValues Server { get; init; }

    public required ToolsValues Admintools { get; init; }

    public required WebValues Web { get; init; }

    public required SchemaValues Schema { get; init; }

    public ShimValues Shims { get; } = new();
}
