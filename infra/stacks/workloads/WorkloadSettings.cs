using Infra.Components.Workloads;

namespace Infra.Stacks.Workloads;

/// <summary>One workload of the service.</summary>
/// <param name="Image">What runs.</param>
/// <param name="Scale">How many pods, and how large.</param>
public sealed record WorkloadSettings(ImageReference Image, WorkloadScale Scale);
