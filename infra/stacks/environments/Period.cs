using System.Globalization;

namespace Infra.Stacks.Environments;

/// <summary>
/// A length of time as an environment file writes it: a whole number and its unit, <c>90 days</c>, <c>7 years</c>.
/// </summary>
/// <param name="Count">How many units; at least 1.</param>
/// <param name="Unit">Days or years.</param>
public readonly record struct Period(int Count, PeriodUnit Unit)
{
    private const double DaysPerYear = 365.25;

    /// <summary>Whole days, never fewer than the period: seven years are 2557 days, counting two leap days.</summary>
    public int Days => Unit switch
    {
        PeriodUnit.Days => Count,
        PeriodUnit.Years => (int)Math.Ceiling(Count * DaysPerYear),
        _ => throw new InvalidOperationException($"Unknown unit '{Unit}'."),
    };

    /// <summary>Reads <c>90 days</c>, <c>1 day</c> or <c>7 years</c>; anything else is not a period.</summary>
    public static bool TryParse(string text, out Period period)
    {
        period = default;
        var words = text.Split(' ');
        if (words.Length != 2
            || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > 36_500)
        {
            return false;
        }

        PeriodUnit? unit = words[1] switch
        {
            "day" or "days" => PeriodUnit.Days,
            "year" or "years" => PeriodUnit.Years,
            _ => null,
        };
        period = new(count, unit.GetValueOrDefault());
        return unit is not null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var unit = Unit is PeriodUnit.Days ? "day" : "year";
        return string.Create(CultureInfo.InvariantCulture, $"{Count} {unit}{(Count == 1 ? "" : "s")}");
    }
}
