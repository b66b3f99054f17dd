using System.Buffers;

namespace Evidence.Ledger.Text;

/// <summary>Bytes as lowercase hexadecimal digits. Uppercase is refused: one value has one spelling.</summary>
internal static class LowerHex
{
    public static bool TryDecode(ReadOnlySpan<char> hex, Span<byte> bytes) =>
        hex.Length == 2 * bytes.Length
        && !hex.ContainsAnyInRange('A', 'F')
        && Convert.FromHexString(hex, bytes, out _, out _) is OperationStatus.Done;
}
