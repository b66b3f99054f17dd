namespace Infra.Components.Observability.Alerts;

/// <summary>One rule of a group.</summary>
/// <param name="Expression">PromQL.</param>
/// <param name="Labels">Labels that are set on what comes out.</param>
public abstract record Rule(string Expression, IReadOnlyDictionary<string, string> Labels);
