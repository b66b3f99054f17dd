using System.Globalization;

namespace Evidence.Ledger.Tiles;

/// <summary>
/// An index as path elements of three digits, <c>x001/x234/067</c>, with <c>.p/W</c> for a partial width: no folder of
/// a log ever holds more than about two thousand names.
/// </summary>
internal static class IndexPath
{
    private const string PartialMark = ".p/";

    public static string ToText(long index, int width)
    {
        var text = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (index /= 1000; index > 0; index /= 1000)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"x{index % 1000:000}/{text}");
        }

        return width == TileId.FullWidth
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}{PartialMark}{width}");
    }

    /// <summary>Reads an index and width within their ranges. Callers compare the canonical text with what was given.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long index, out int width)
    {
        (index, width) = (0, TileId.FullWidth);
        var mark = text.IndexOf(PartialMark, StringComparison.Ordinal);
        if (mark >= 0)
        {
            if (!TryParse(text[(mark + PartialMark.Length)..], out width) || width is 0 or >= TileId.FullWidth)
            {
                return false;
            }

            text = text[..mark];
        }

        for (; text.StartsWith('x'); text = text[5..])
        {
            if (text.Length < 5 || text[4] != '/' || !TryAppend(text[1..4], ref index))
            {
                return false;
            }
        }

        return text.Length == 3 && TryAppend(text, ref index);
    }

    private static bool TryAppend(ReadOnlySpan<char> digits, ref long index)
    {
        if (!TryParse(digits, out var value) || index > (long.MaxValue - value) / 1000)
        {
            return false;
        }

        index = (index * 1000) + value;
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
