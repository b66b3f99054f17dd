using System.Globalization;

namespace Infra.Components.Observability.Promql;

/// <summary>
/// A length of time as Prometheus writes it: a whole number and one unit, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.
/// </summary>
/// <param name="Length">The length; whole seconds, more than none.</param>
public readonly record struct PromDuration(TimeSpan Length) : IComparable<PromDuration>
{
    private static readonly (char Letter, TimeSpan Length)[] _units =
    [
        ('d', TimeSpan.FromDays(1)),
        ('h', TimeSpan.FromHours(1)),
        ('m', TimeSpan.FromMinutes(1)),
        ('s', TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Whole minutes.</summary>
    public static PromDuration Minutes(int count) => new(TimeSpan.FromMinutes(count));

    /// <summary>Whole hours.</summary>
    public static PromDuration Hours(int count) => new(TimeSpan.FromHours(count));

    /// <summary>Whole days of 24 hours.</summary>
    public static PromDuration Days(int count) => new(TimeSpan.FromDays(count));

    /// <summary>Reads <c>30d</c>; false where the text is anything but a positive whole number and one unit.</summary>
    public static bool TryParse(string text, out PromDuration duration)
    {
        duration = default;
        var unit = Array.Find(_units, u => text.EndsWith(u.Letter));
        if (unit.Letter == default
            || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count <= 0
            || count > TimeSpan.MaxValue / unit.Length)
        {
            return false;
        }

        duration = new(unit.Length * count);
        return true;
    }

    /// <summary>Whether Prometheus can be told this length: whole seconds, more than none.</summary>
    public bool IsWritable => Length > TimeSpan.Zero && Length.Ticks % TimeSpan.TicksPerSecond == 0;

    /// <inheritdoc/>
    public int CompareTo(PromDuration other) => Length.CompareTo(other.Length);

    /// <summary>
    /// The one way this length is written: the largest unit that divides it, <c>1d</c> and never <c>24h</c>.
    /// </summary>
    public override string ToString()
    {
        var length = Length;
        var (letter, unit) = Array.Find(_units, u => length.Ticks % u.Length.Ticks == 0 && length > TimeSpan.Zero);
        return letter == default
            ? throw new InvalidOperationException($"'{Length}' cannot be written for Prometheus: it takes whole "
                + "seconds, more than none.")
            : string.Create(CultureInfo.InvariantCulture, $"{Length.Ticks / unit.Ticks}{letter}");
    }

    /// <summary>Shorter.</summary>
    public static bool operator <(PromDuration left, PromDuration right) => left.CompareTo(right) < 0;

    /// <summary>Longer.</summary>
    public static bool operator >(PromDuration left, PromDuration right) => left.CompareTo(right) > 0;

    /// <summary>Shorter or equal.</summary>
    public static bool operator <=(PromDuration left, PromDuration right) => left.CompareTo(right) <= 0;

    /// <summary>Longer or equal.</summary>
    public static bool operator >=(PromDuration left, PromDuration right) => left.CompareTo(right) >= 0;
}
