using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Workloads.Resources;

/// <summary>A TargetGroupBinding of the load balancer controller: registers the pods of a Service.</summary>
internal sealed class TargetGroupBindingArgs() : CustomResourceArgs("elbv2.k8s.aws/v1beta1", "TargetGroupBinding")
{
    [Input("spec", required: true)]
    public required Input<TargetGroupBindingSpecArgs> Spec { get; init; }
}
