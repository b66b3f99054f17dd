using System.Globalization;

namespace Evidence.Ledger.Text;

/// <summary>Numbers from 0 to 2^63 - 1 in decimal digits, without sign or leading zeros.</summary>
internal static class StrictDecimal
{
    public static bool TryParse(ReadOnlySpan<byte> digits, out long value) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        // The BCL reads past zero bytes after the digits.
        && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && (digits[0] != '0' || digits.Length == 1);
}
