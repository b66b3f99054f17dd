namespace Infra.Components.Observability.Alerts;

/// <summary>A rule that stores what it finds as a series.</summary>
/// <param name="Record">The series' name.</param>
/// <param name="Expression">PromQL.</param>
/// <param name="Labels">Labels of the series.</param>
public sealed record RecordingRule(string Record, string Expression, IReadOnlyDictionary<string, string> Labels)
    : Rule(Expression, Labels);
