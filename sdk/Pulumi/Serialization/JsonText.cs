using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>
/// The wire form as the JSON text that the genuine SDK writes: protobuf's, with a space inside brackets and braces and
/// keys in order.
/// </summary>
internal static class JsonText
{
    public static string Of(object? value) => Append(new StringBuilder(), value).ToString();

    private static StringBuilder Append(StringBuilder text, object? value) => value switch
    {
        null => text.Append("null"),
        bool flag => text.Append(flag ? "true" : "false"),
        double number when double.IsFinite(number) => text.Append(number.ToString("R", CultureInfo.InvariantCulture)),
        double number => AppendString(text, number.ToString(CultureInfo.InvariantCulture)),
        string s => AppendString(text, s),
        ImmutableArray<object?> array => AppendAll(text, '[', ']', array, (element, to) => Append(to, element)),
        ImmutableDictionary<string, object?> map => AppendAll(
            text,
            '{',
            '}',
            map.OrderBy(entry => entry.Key, StringComparer.CurrentCulture),
            (entry, to) => Append(AppendString(to, entry.Key).Append(": "), entry.Value)),
        _ => throw new InvalidOperationException($"A {value.GetType().FullName} has no JSON form."),
    };

    private static StringBuilder AppendAll<T>(
        StringBuilder text, char open, char close, IEnumerable<T> items, Action<T, StringBuilder> append)
    {
        text.Append(open);
        var separator = " ";
        foreach (var item in items)
        {
            append(item, text.Append(separator));
            separator = ", ";
        }

        return text.Append(' ').Append(close);
    }

    private static StringBuilder AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '<' or '>' or (>= '\u007f' and <= '\u009f') or < ' '
                    => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"');
    }
}
