using System.Globalization;

namespace Infra.Components.Observability.Promql;

/// <summary>Numbers as they are written into PromQL, YAML and dashboards.</summary>
public static class PromNumber
{
    /// <summary>Without trailing zeros, exponent or separators, so that equal numbers are equal text.</summary>
    public static string Format(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
