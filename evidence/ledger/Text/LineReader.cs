namespace Evidence.Ledger.Text;

/// <summary>Walks through lines that end in a newline each, counting them for error sentences.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> text)
{
    /// <summary>Number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What follows the line last read.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    /// <summary>Reads the next line, without its newline.</summary>
    /// <returns>False at the end, and where the last line has no newline.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var end = Rest.IndexOf((byte)'\n');
        line = Rest[..Math.Max(end, 0)];
        Rest = Rest[(end + 1)..];
        Number++;
        return end >= 0;
    }
}
