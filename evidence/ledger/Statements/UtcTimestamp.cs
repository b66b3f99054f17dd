using System.Globalization;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Statements;

/// <summary>RFC 3339 times as statements carry them: always UTC, always <c>Z</c>, one spelling per moment.</summary>
public static class UtcTimestamp
{
    // F drops trailing zeros, and the point with the last of them.
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>For example <c>2026-01-31T23:59:59Z</c>, with up to seven decimals where the moment has them.</summary>
    public static string ToText(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToText"/> writes, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
        && text.SequenceEqual(ToText(moment));

    /// <summary>Reads what <see cref="ToText"/> writes.</summary>
    /// <exception cref="LedgerFormatException">The text is anything else.</exception>
    public static DateTimeOffset Parse(ReadOnlySpan<char> text) => TryParse(text, out var moment)
        ? moment
        : throw new LedgerFormatException(
            $"A time must be written like \"2026-01-31T23:59:59Z\", found {Quote.Of(text)}.");
}
