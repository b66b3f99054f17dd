namespace Infra.Components.Workloads;

/// <summary>How many pods a workload has, and what each is given.</summary>
/// <param name="Minimum">Pods there are always; two or more outlive a node.</param>
/// <param name="Maximum">Pods there are at most.</param>
/// <param name="Cpu">Processor time of each, as Kubernetes writes it: <c>500m</c>.</param>
/// <param name="Memory">Memory of each: <c>512Mi</c>.</param>
public sealed record WorkloadScale(int Minimum, int Maximum, string Cpu, string Memory);
