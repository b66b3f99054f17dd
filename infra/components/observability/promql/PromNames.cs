using System.Text.RegularExpressions;

namespace Infra.Components.Observability.Promql;

/// <summary>What Prometheus takes as a name, and what this platform takes as one.</summary>
public static partial class PromNames
{
    /// <summary>Whether a metric may be called this. Colons are left to recording rules.</summary>
    public static bool IsMetric(string name) => Metric().IsMatch(name);

    /// <summary>
    /// Whether a label may be called this. Names that start with two underscores belong to Prometheus.
    /// </summary>
    public static bool IsLabel(string name) => Label().IsMatch(name);

    /// <summary>
    /// Whether this can name an objective, a service or an owner: lower-case words joined by hyphens.
    /// </summary>
    public static bool IsSlug(string name) => Slug().IsMatch(name);

    /// <summary><c>api-availability</c> as an alert is called: <c>ApiAvailability</c>.</summary>
    public static string Pascal(string slug) =>
        string.Concat(slug.Split('-', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"\A[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex Metric();

    [GeneratedRegex(@"\A(?!__)[a-zA-Z_][a-zA-Z0-9_]*\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();
}
