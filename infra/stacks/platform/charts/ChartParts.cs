using Infra.Components.Certificates;
using Infra.Components.Secrets;

namespace Infra.Stacks.Platform.Charts;

/// <summary>What charts installed that others in the cluster wait for.</summary>
/// <param name="Authority">The certificates of workloads.</param>
/// <param name="ExporterSecrets">The copies in the namespace of what observes: <see cref="ExporterSecret"/>.</param>
internal sealed record ChartParts(InternalAuthority Authority, CopiedSecrets ExporterSecrets)
{
    /// <summary>Name of the Secret with the credentials of the PostgreSQL exporter.</summary>
    public const string ExporterSecret = "postgres-exporter-database";
}
