namespace Evidence.Pipeline.Log;

/// <summary>A batch as bytes: one DSSE envelope per line.</summary>
internal static class BatchLines
{
    public const string MediaType = "application/vnd.in-toto.bundle+jsonl";

    public static ReadOnlyMemory<byte> Join(IReadOnlyCollection<ReadOnlyMemory<byte>> envelopes)
    {
        var bytes = new byte[envelopes.Sum(e => e.Length + 1)];
        var at = 0;
        foreach (var envelope in envelopes)
        {
            envelope.CopyTo(bytes.AsMemory(at));
            at += envelope.Length;
            bytes[at++] = (byte)'\n';
        }

        return bytes;
    }

    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (bytes.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            lines.Add(bytes[..end]);
            bytes = bytes[(end + 1)..];
        }

        return lines;
    }
}
