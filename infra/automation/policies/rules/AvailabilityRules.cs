using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies.Rules;

/// <summary>What keeps a service up while pods, nodes and zones come and go.</summary>
internal static class AvailabilityRules
{
    private const string Template = "spec.template";
    private const string Zone = "topology.kubernetes.io/zone";

    private static readonly string[] _lasting =
    [
        "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet", "kubernetes:argoproj.io/v1alpha1:Rollout",
    ];

    private static readonly string[] _probes = ["startupProbe", "readinessProbe", "livenessProbe"];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Availability, 4, context =>
            from workload in context.Each(_lasting)
            from container in workload.Items($"{Template}.spec.containers")
            from probe in _probes.Where(probe => !container.At(probe).IsPresent())
            select workload.Breach($"{Template}.spec.containers.{container.Text("name")}.{probe}", "nothing"))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every lasting container says when it has started, is ready and is alive.",
            Reason = "Without probes a hanging pod gets requests for ever, and a rollout takes a broken version for good.",
            Remedy = "Set startupProbe, readinessProbe and livenessProbe.",
            Controls = Serves.Redundancy,
        },
        new(PolicyThemes.Availability, 5, context => context.Each(_lasting)
            .Where(IsReplicated)
            .Where(workload => !context.Each(KubernetesTypes.DisruptionBudget).Any(budget => Covers(budget, workload)))
            .Select(workload => workload.Breach("spec.replicas", "no PodDisruptionBudget chooses its pods")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Whatever has several pods has a disruption budget.",
            Reason = "Draining nodes for an upgrade may take all of its pods at once.",
            Remedy = "Add a PodDisruptionBudget that chooses the pods' labels.",
            Controls = Serves.Redundancy,
        },
        new(PolicyThemes.Availability, 6, context => context.Each(_lasting)
            .Where(IsReplicated)
            .Where(workload => !workload.Items($"{Template}.spec.topologySpreadConstraints")
                .Any(constraint => constraint.Text("topologyKey") == Zone))
            .Select(workload => workload.Breach($"{Template}.spec.topologySpreadConstraints")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Whatever has several pods spreads them over zones.",
            Reason = "The scheduler may put all of them into the zone that fails.",
            Remedy = $"Add a topology spread constraint on {Zone}.",
            Controls = Serves.Redundancy,
        },
    ];

    /// <summary>Whether it has several pods: an absent number is an autoscaler's to say.</summary>
    private static bool IsReplicated(GraphResource workload) => workload.Number("spec.replicas") is null or > 1;

    private static bool Covers(GraphResource budget, GraphResource workload) =>
        budget.ObjectNamespace == workload.ObjectNamespace
        && budget.At("spec.selector.matchLabels") is { ValueKind: JsonValueKind.Object } chosen
        && workload.At($"{Template}.metadata.labels") is { } labels
        && chosen.EnumerateObject().All(label => labels.Text(label.Name) == label.Value.GetString());
}
