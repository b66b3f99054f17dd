namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>A rule of a role.</summary>
/// <param name="ApiGroups">Groups of the API; the core group is the empty text.</param>
/// <param name="Resources">Kinds, in the plural.</param>
/// <param name="Verbs">What may be done with them.</param>
public sealed record RoleRule(
    IReadOnlyList<string> ApiGroups, IReadOnlyList<string> Resources, IReadOnlyList<string> Verbs);
