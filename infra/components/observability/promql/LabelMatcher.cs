namespace Infra.Components.Observability.Promql;

/// <summary>What a label of a series must, or must not, be.</summary>
/// <param name="Label">The label's name.</param>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</param>
/// <param name="Value">The value, or the regular expression that matches all of it.</param>
public sealed record LabelMatcher(string Label, string Operator, string Value)
{
    /// <summary>The label is exactly this.</summary>
    public static LabelMatcher Is(string label, string value) => new(label, "=", value);

    /// <summary>The label is anything but this.</summary>
    public static LabelMatcher IsNot(string label, string value) => new(label, "!=", value);

    /// <summary>The whole label matches this regular expression.</summary>
    public static LabelMatcher Like(string label, string expression) => new(label, "=~", expression);

    /// <summary>As PromQL and Alertmanager write it.</summary>
    public override string ToString() => $"{Label}{Operator}{Quote(Value)}";

    private static string Quote(string value) => '"'
        + value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
        + '"';
}
