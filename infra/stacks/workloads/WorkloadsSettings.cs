using Infra.Components.Workloads;

namespace Infra.Stacks.Workloads;

/// <summary>The service itself in an environment.</summary>
/// <param name="Host">What the API is called in the environment's DNS zone, such as <c>api</c>.</param>
/// <param name="Api">The API.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Canary">How a new version of either takes over.</param>
public sealed record WorkloadsSettings(string Host, WorkloadSettings Api, WorkloadSettings Worker, CanaryPlan Canary);
