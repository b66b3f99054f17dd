using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace Infra.Components.Charts;

/// <summary>
/// Installs charts, all in the same way. As releases of Helm's own: hooks run, which a chart rendered by Pulumi drops.
/// </summary>
public static class ChartRelease
{
    /// <summary>Revisions that Helm keeps, to roll back to.</summary>
    private const int KeptRevisions = 10;

    /// <summary>Installs a chart.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="args">What to install and where.</param>
    /// <param name="options">Options of the resource; a component gives itself as the parent.</param>
    public static Release Install(string name, ChartReleaseArgs args, CustomResourceOptions options) => new(
        name,
        new()
        {
            Chart = args.Chart.Name,
            Version = args.Chart.Version,
            RepositoryOpts = new RepositoryOptsArgs { Repo = args.Chart.Repository },
            Name = args.ReleaseName,
            Namespace = args.Namespace,
            CreateNamespace = false, // Namespaces have quotas and pod security, which a chart knows nothing of.
            Values = args.Values.Apply(WireValues.Plain),
            // What does not become ready in time is rolled back, so that a failed deployment leaves the one before it.
            Atomic = true,
            CleanupOnFail = true,
            SkipAwait = false,
            WaitForJobs = true,
            Timeout = (int)args.Timeout.TotalSeconds,
            MaxHistory = KeptRevisions,
        },
        options);
}
