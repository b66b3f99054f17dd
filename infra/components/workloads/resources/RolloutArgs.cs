using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Workloads.Resources;

/// <summary>A Rollout of Argo Rollouts: a Deployment whose new version takes over in steps.</summary>
internal sealed class RolloutArgs() : CustomResourceArgs("argoproj.io/v1alpha1", "Rollout")
{
    [Input("spec", required: true)]
    public required Input<RolloutSpecArgs> Spec { get; init; }
}
