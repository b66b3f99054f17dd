namespace Infra.Components.Observability.Promql;

/// <summary>A metric that a component exposes.</summary>
/// <param name="Name">The name as Prometheus stores it.</param>
/// <param name="Kind">What may be done with it.</param>
/// <param name="Source">Who exposes it.</param>
public record Metric(string Name, MetricKind Kind, MetricSource Source)
{
    /// <summary>The series of this metric whose labels match all of these.</summary>
    public Series Where(params IEnumerable<LabelMatcher> matchers) => new(this, [.. matchers]);

    /// <summary>All series of this metric.</summary>
    public Series All => new(this, []);

    /// <summary>The name, so that a query can be written around it.</summary>
    public sealed override string ToString() => Name;
}
