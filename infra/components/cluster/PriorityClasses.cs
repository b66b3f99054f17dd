using Pulumi.Kubernetes.Scheduling.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Cluster;

/// <summary>The priority classes of <see cref="PriorityClassNames"/>.</summary>
public sealed class PriorityClasses : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:PriorityClasses";

    // The order is what counts; there is room between them. A value can never change, so a class would be replaced.
    private const int Platform = 1_000_000;
    private const int Service = 100_000;
    private const int Background = 1_000;

    /// <summary>Makes the classes.</summary>
    public PriorityClasses(string name, ComponentResourceOptions? options = null)
        : base(TypeToken, name, options)
    {
        Make(name, PriorityClassNames.Platform, Platform, "What others need to run or to be seen.");
        Make(name, PriorityClassNames.Service, Service, "The service, and whatever names no class.", isDefault: true);
        Make(name, PriorityClassNames.Background, Background, "Jobs that can wait.", preempts: false);
        RegisterOutputs();
    }

    private void Make(
        string name, string className, int value, string description, bool isDefault = false, bool preempts = true) =>
        _ = new PriorityClass(
            $"{name}-{className}",
            new()
            {
                Metadata = new ObjectMetaArgs { Name = className },
                Value = value,
                Description = description,
                GlobalDefault = isDefault,
                PreemptionPolicy = preempts ? "PreemptLowerPriority" : "Never",
            },
            new() { Parent = this });
}
