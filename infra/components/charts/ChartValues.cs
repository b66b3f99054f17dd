namespace Infra.Components.Charts;

/// <summary>
/// The values of a chart: a record per chart whose members are the chart's keys, so that a typo is a compile error. A
/// member is called as the chart has it in camel case, or says its name with <c>JsonPropertyName</c>; null leaves the
/// chart's default.
/// </summary>
public abstract record ChartValues;
