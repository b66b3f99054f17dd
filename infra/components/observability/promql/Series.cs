namespace Infra.Components.Observability.Promql;

/// <summary>Some series of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Matchers">What their labels must be; none matches all.</param>
public sealed record Series(Metric Metric, IReadOnlyList<LabelMatcher> Matchers)
{
    /// <summary>The selector, as PromQL writes it.</summary>
    public override string ToString() => Selector("");

    /// <summary>The selector of a part of a histogram, such as <c>_count</c>, with further matchers.</summary>
    public string Selector(string suffix, params IEnumerable<LabelMatcher> further)
    {
        LabelMatcher[] matchers = [.. Matchers, .. further];
        return Metric.Name + suffix
            + (matchers.Length == 0 ? "" : $"{{{string.Join(',', matchers.Select(m => m.ToString()))}}}");
    }
}
