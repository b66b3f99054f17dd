namespace Infra.Components.Temporal;

/// <summary>A namespace of Temporal, which is none of Kubernetes'.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RetentionDays">Days for which closed workflows stay.</param>
public sealed record TemporalNamespace(string Name, int RetentionDays);
