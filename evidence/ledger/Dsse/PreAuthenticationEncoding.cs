using System.Globalization;
using System.Text;

namespace Evidence.Ledger.Dsse;

/// <summary>The bytes that a DSSE signature covers: payload type and payload, each with its length before it.</summary>
public static class PreAuthenticationEncoding
{
    /// <summary><c>DSSEv1 LEN(type) type LEN(payload) payload</c>, lengths in bytes as decimal ASCII.</summary>
    public static byte[] Encode(string payloadType, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(payloadType);
        var typeLength = Encoding.UTF8.GetByteCount(payloadType);
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {typeLength} {payloadType} {payload.Length} ");
        var headLength = Encoding.UTF8.GetByteCount(head);
        var encoded = new byte[headLength + payload.Length];
        Encoding.UTF8.GetBytes(head, encoded);
        payload.CopyTo(encoded.AsSpan(headLength));
        return encoded;
    }
}
