using System.Globalization;
using System.Text;

namespace Evidence.Pipeline.Text;

/// <summary>
/// Foreign text made safe to show. Letters of every script and emoji stay as they are; whatever could move the cursor,
/// start a colour, reverse the direction of a line or hide itself is shown escaped.
/// </summary>
public static class Quoted
{
    private const int LongestShown = 200;

    /// <summary><paramref name="text"/> in quotes, cut after 200 characters.</summary>
    public static string Of(string text) => $"\"{Plain(text)}\"";

    /// <summary><paramref name="text"/> without quotes, cut after 200 characters.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(text.Length);
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > LongestShown)
            {
                return shown.Append('…').ToString();
            }

            // Zero width joiner: without it, families and flags of emoji fall apart; with it, nothing moves or hides.
            shown = rune.Value is not 0x200D && Hides(Rune.GetUnicodeCategory(rune))
                ? shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}")
                : shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    private static bool Hides(UnicodeCategory category) => category
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;
}
