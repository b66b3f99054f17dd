namespace Evidence.Ledger.Tiles;

/// <summary>Walks through the entries of a bundle. Made by <see cref="EntryBundle.Read"/>.</summary>
public ref struct EntryBundleReader
{
    private readonly ReadOnlySpan<byte> bundle;
    private readonly int width;
    private int offset;
    private int read;

    internal EntryBundleReader(ReadOnlySpan<byte> bundle, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, TileId.FullWidth);
        this.bundle = bundle;
        this.width = width;
    }

    /// <summary>The entry just read.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>This reader: it is its own enumerator.</summary>
    public readonly EntryBundleReader GetEnumerator() => this;

    /// <summary>Reads the next entry.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="LedgerFormatException">The bundle is cut short, or goes on after its last entry.</exception>
    public bool MoveNext()
    {
        if (read == width)
        {
            return offset == bundle.Length
                ? false
                : throw new LedgerFormatException(
                    $"Cannot read the entry bundle: {bundle.Length - offset} bytes follow its {width} entries.");
        }

        Current = EntryBundle.Next(bundle[offset..], offset, read, width);
        offset += EntryBundle.LengthSize + Current.Length;
        read++;
        return true;
    }
}
