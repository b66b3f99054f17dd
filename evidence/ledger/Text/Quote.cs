using System.Text;

namespace Evidence.Ledger.Text;

/// <summary>Quotes hostile text for a sentence: at most 80 characters, escaped unless printable ASCII.</summary>
internal static class Quote
{
    private const int MaximumLength = 80;

    public static string Of(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text[..Math.Min(text.Length, MaximumLength)])
        {
            quoted = c is >= ' ' and <= '~' and not ('"' or '\\')
                ? quoted.Append(c)
                : quoted.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return quoted.Append(text.Length > MaximumLength ? "…\"" : "\"").ToString();
    }

    public static string Of(ReadOnlySpan<byte> utf8) =>
        Of(Encoding.Latin1.GetString(utf8[..Math.Min(utf8.Length, MaximumLength + 1)]).AsSpan());
}
