using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Workloads.Resources;

/// <summary>An AnalysisTemplate of Argo Rollouts: what a version is judged by.</summary>
internal sealed class AnalysisTemplateArgs() : CustomResourceArgs("argoproj.io/v1alpha1", "AnalysisTemplate")
{
    [Input("spec", required: true)]
    public required Input<AnalysisTemplateSpecArgs> Spec { get; init; }
}
