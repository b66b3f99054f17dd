using Infra.Components.Charts;
using Infra.Components.Workloads.Resources;
using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Infra.Components.Workloads;

/// <summary>
/// A workload of the service: its account, a rollout whose new version takes over share by share while its
/// objectives judge it, how many pods there are and how many may be missing, and a Service where anybody calls it. It
/// takes a provider of the cluster. Its network policies are those of the declared flows.
/// </summary>
public sealed class ServiceRollout : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the workload.</summary>
    public const string TypeToken = "strata:workloads:ServiceRollout";

    private const string RolloutVersion = "argoproj.io/v1alpha1";
    private const string RolloutKind = "Rollout";
    private const int TargetUsePercent = 70;
    private const int ShrinkAfterSeconds = 300;
    private const int DeadlineSeconds = 600;
    private const int ReadySeconds = 10;
    private const int KeptRevisions = 5;

    private readonly ServiceRolloutArgs _args;

    /// <summary>Declares the workload.</summary>
    /// <exception cref="ArgumentException">Nothing would judge a new version.</exception>
    public ServiceRollout(string name, ServiceRolloutArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        if (args.Checks.Count == 0)
        {
            throw new ArgumentException(
                $"The rollout '{name}' has no checks, so nothing would judge a new version: declare an objective of "
                + $"the service '{args.Workload.Name}'.",
                nameof(args));
        }

        _args = args;
        var account = WorkloadAccount.Create(args.Workload, callsTheCluster: false, Child());
        var needed = new InputList<Resource> { account };
        if (args.Authorities.Count > 0)
        {
            needed.Add(new ConfigMap(
                $"{name}-authorities",
                new ConfigMapArgs { Metadata = Metadata(AuthoritiesName), Data = args.Authorities.ToDictionary() },
                Child()));
        }

        needed.Add(new CustomResource(
            $"{name}-analysis",
            new AnalysisTemplateArgs
            {
                Metadata = Metadata(args.Workload.Name),
                Spec = CanaryAnalysis.Spec(args.Checks),
            },
            Child()));
        if (args.Workload.Ports.Count > 0)
        {
            needed.Add(Service(name));
        }

        var rollout = new CustomResource(
            name,
            new RolloutArgs { Metadata = Metadata(args.Workload.Name), Spec = Spec() },
            new() { Parent = this, DependsOn = needed });
        Budget(name);
        Scale(name, rollout);
        RolloutName = rollout.Id.Apply(_ => args.Workload.Name);
        RegisterOutputs();
    }

    /// <summary>Name of the rollout in its namespace.</summary>
    [Output("rolloutName")]
    public Output<string> RolloutName { get; private set; }

    private RolloutSpecArgs Spec() => new()
    {
        Selector = WorkloadPod.Selector(_args.Workload),
        Template = new PodTemplateSpecArgs
        {
            Metadata = new ObjectMetaArgs { Labels = Labels() },
            Spec = WorkloadPod.Spec(_args, AuthoritiesName),
        },
        Strategy = new RolloutStrategyArgs
        {
            Canary = new CanaryStrategyArgs { MaxSurge = "25%", MaxUnavailable = 0, Steps = Steps() },
        },
        MinReadySeconds = ReadySeconds,
        ProgressDeadlineSeconds = DeadlineSeconds,
        ProgressDeadlineAbort = true,
        RevisionHistoryLimit = KeptRevisions,
    };

    private CanaryStepArgs[] Steps() =>
    [
        .. _args.Canary.Weights.SelectMany(weight => (CanaryStepArgs[])
        [
            new() { SetWeight = weight },
            new() { Pause = new CanaryPauseArgs { Duration = $"{_args.Canary.PauseMinutes}m" } },
            new()
            {
                Analysis = new CanaryAnalysisArgs
                {
                    Templates = new AnalysisTemplateRefArgs { TemplateName = _args.Workload.Name },
                },
            },
        ]),
    ];

    private Service Service(string name) => new(
        $"{name}-service",
        new ServiceArgs
        {
            Metadata = Metadata(_args.Workload.Name),
            Spec = new ServiceSpecArgs
            {
                Type = "ClusterIP",
                Selector = Labels(),
                Ports = _args.Workload.Ports.Select(port => new ServicePortArgs
                {
                    Name = port.Name,
                    Port = port.ServicePort,
                    TargetPort = port.Number,
                    Protocol = port.Protocol,
                }).ToArray(),
            },
        },
        Child());

    private void Budget(string name) => _ = new PodDisruptionBudget(
        $"{name}-budget",
        new PodDisruptionBudgetArgs
        {
            Metadata = Metadata(_args.Workload.Name),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1,
                Selector = WorkloadPod.Selector(_args.Workload),
                // What does not work anyway must not keep a node from being emptied.
                UnhealthyPodEvictionPolicy = "AlwaysAllow",
            },
        },
        Child());

    private void Scale(string name, CustomResource rollout) => _ = new HorizontalPodAutoscaler(
        $"{name}-scale",
        new HorizontalPodAutoscalerArgs
        {
            Metadata = Metadata(_args.Workload.Name),
            Spec = new HorizontalPodAutoscalerSpecArgs
            {
                ScaleTargetRef = new CrossVersionObjectReferenceArgs
                {
                    ApiVersion = RolloutVersion,
                    Kind = RolloutKind,
                    Name = _args.Workload.Name,
                },
                MinReplicas = _args.Scale.Minimum,
                MaxReplicas = _args.Scale.Maximum,
                Metrics = new MetricSpecArgs
                {
                    Type = "Resource",
                    Resource = new ResourceMetricSourceArgs
                    {
                        Name = "cpu",
                        Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = TargetUsePercent },
                    },
                },
                Behavior = new HorizontalPodAutoscalerBehaviorArgs
                {
                    ScaleDown = new HPAScalingRulesArgs { StabilizationWindowSeconds = ShrinkAfterSeconds },
                },
            },
        },
        new() { Parent = this, DependsOn = { rollout } });

    private string AuthoritiesName => $"{_args.Workload.Name}-authorities";

    private ObjectMetaArgs Metadata(string name) =>
        new() { Name = name, Namespace = _args.Workload.Namespace, Labels = Labels() };

    private InputMap<string> Labels() => _args.Workload.Labels.ToDictionary();

    private CustomResourceOptions Child() => new() { Parent = this };
}
