using Infra.Components.Flows;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Charts;

/// <summary>The service accounts that declared workloads run as. No chart makes one.</summary>
public static class WorkloadAccount
{
    /// <summary>Makes the service account of a workload.</summary>
    /// <param name="workload">The workload, whose namespace must exist.</param>
    /// <param name="callsTheCluster">Whether its pods get a token for the API server.</param>
    /// <param name="options">Options of the resource; a component gives itself as the parent.</param>
    public static ServiceAccount Create(Workload workload, bool callsTheCluster, CustomResourceOptions options) => new(
        $"{workload.Namespace}-{workload.ServiceAccount}",
        new ServiceAccountArgs
        {
            Metadata = new ObjectMetaArgs { Name = workload.ServiceAccount, Namespace = workload.Namespace },
            AutomountServiceAccountToken = callsTheCluster,
        },
        options);
}
